desk-title = مكتب العمل
desk-waiting-title = ما ينتظر
desk-waiting-none = لا شيء ينتظر. تظهر هنا الطلبات والتوقيعات والأعمال الجديدة.
desk-since = ينتظر
desk-what = الموضوع
desk-government = الحكومة المحلية
desk-next = الخطوة التالية
desk-nav = في مكتب العمل
desk-people-link = الأشخاص والأدوار
desk-waits-today = منذ اليوم
desk-waits-days = { $n ->
    [one] منذ يوم واحد
    [two] منذ يومين
    [few] منذ { $n_text } أيام
    [many] منذ { $n_text } يوماً
   *[other] منذ { $n_text } يوم
}
desk-waits-mandate = طلب التصرف باسم حكومة
desk-waits-signature = توقيع بانتظار التحقق
desk-waits-action = عمل: { $title }
desk-next-mandate = التأكيد، أو الرفض مع ذكر السبب
desk-next-signature = التحقق، أو الإعادة مع الأسباب
desk-next-action = الإعادة مع الأسباب أو عدم القبول أو النشر
desk-next-verify = التحقق من التوقيع أولاً
desk-next-unsigned = الإعادة مع الأسباب؛ لم توقّع الحكومة، فلا يمكن نشر شيء بعد
desk-waits-merge = ربما الحكومة نفسها: { $other }
desk-next-merge = المقارنة، ثم الدمج أو القول إنهما حكومتان مختلفتان
desk-count-merges = تكرارات محتملة
desk-page = { $from_text } إلى { $to_text } من { $n_text }
desk-count-mandates = طلبات التصرف باسم حكومة
desk-count-signatures = توقيعات بانتظار التحقق
desk-count-actions = أعمال مُرسَلة
desk-count-mails-failed = رسائل لم تُسلَّم
desk-journal-title = السجل اليومي
desk-journal-lead = آخر 200 واقعة، الأحدث أولاً. تحمل كل واقعة بصمة ما قبلها.
desk-journal-position = الرقم
desk-journal-when = متى
desk-journal-kind = ماذا حدث
desk-journal-subject = موضوع الواقعة
desk-journal-actor = من قام به
desk-journal-audience = من يحق له أن يعلم
desk-journal-hash = البصمة
desk-audience-public = الجميع
desk-audience-parties = المعنيون
desk-audience-desk = الأمانة
desk-actor-erased = شخص حُذفت بياناته
desk-actor-program = برنامج: { $name }
desk-actor-nobody = لا أحد
desk-health-title = حالة المنصة
desk-health-followers = ما يتبع السجل اليومي
desk-health-name = الاسم
desk-health-state = الحالة
desk-health-lag = { $n ->
    [zero] بلا تأخر
    [one] متأخر بواقعة واحدة
    [two] متأخر بواقعتين
    [few] متأخر بـ{ $n_text } وقائع
    [many] متأخر بـ{ $n_text } واقعة
   *[other] متأخر بـ{ $n_text } واقعة
}
desk-health-caught-up = مواكب
desk-health-parked = وقائع وُضعت جانباً
desk-health-parked-none = لا شيء. توضع هنا الواقعة التي تفشل مراراً، ويستمر كل ما عداها.
desk-health-tries = عدد المحاولات: { $tries }
desk-health-retry = إعادة المحاولة
desk-health-retry-label = إعادة محاولة الواقعة { $n_text }
desk-health-heard = عولجت الواقعة.
desk-health-failed = فشلت الواقعة مرة أخرى؛ والسبب في السجل التقني.
desk-health-mail = البريد
desk-mail-waiting = بانتظار الإرسال
desk-mail-late = منها ما جُرّب سابقاً
desk-mail-sent = مُسلَّمة
desk-mail-failed = متروكة
desk-waiting-only = ما ينتظر: { $name }
desk-waiting-none-mine = لم تتولّوا شيئاً. تحت «الكل» ما ينتظر الجميع.
desk-all = الكل
desk-mine = ما توليته
desk-every-kind = عرض كل الأنواع
desk-due = الموعد النهائي
desk-late = متأخر
desk-owner = المسؤول
desk-owner-none = لا أحد بعد
desk-hand-over = التولّي أو التسليم
desk-take = أتولاه
desk-give = تسليم إلى { $name }
desk-give-back = تركه للجميع
desk-waits-assessment = تقييم: { $title }
desk-next-assign = طلب مقيِّم آخر
desk-next-accept = البت في صلة مصرَّح بها
desk-next-decide = اتخاذ القرار: سُلّمت جميع الدرجات
desk-next-marks = انتظار الدرجات، أو استبعاد مقيِّم
desk-count-assessments = تقييمات تنتظر إجراء
desk-count-marks = لدى المقيِّمين
desk-done-handed-over = تم. تبيّن القائمة من يتولاه الآن.
desk-done-end = كان هذا الأخير في هذا الاتجاه.
desk-refused-gone = لم يعد هذا ينتظر: تولاه أحدهم.
desk-refused-not-of-desk = لا يتولاه إلا عضو في الأمانة.
desk-assess-link = تقييماتي
desk-edit-link = الملخّصات
desk-mail-yours-subject = { $programme } – { $government }: سُلّم إليكم بند
desk-mail-yours-body = سلّم إليكم أحد الزملاء في الأمانة هذا البند. وهو يخص { $government }.
desk-mail-open = فتح في مكتب العمل
desk-count-changes = تغييرات في القيود
desk-waits-change = تغيير اسم حكومة أو نوعها أو نطاقها الرسمي
desk-next-change = تأكيده أو رفضه
desk-count-behalf = أعمال مُدخَلة باسم حكومات
desk-waits-behalf = عمل أُدخل باسم الحكومة
desk-next-behalf = إكماله وطلب تأكيد الحكومة
desk-next-behalf-asked = انتظار الحكومة، أو طلب تأكيدها من جديد
desk-behalf-link = الإدخال باسم حكومة
desk-paper-link = توقيع على الورق
desk-merge-link = دمج المكرّرات
desk-cohorts-link = المجموعات
