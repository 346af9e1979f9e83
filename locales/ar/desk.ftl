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
desk-next-action = الإعادة مع الأسباب أو الرفض أو النشر
desk-count-mandates = طلبات التصرف باسم حكومة
desk-count-signatures = توقيعات بانتظار التحقق
desk-count-actions = أعمال مُرسَلة
desk-count-mails-failed = رسائل لم تُسلَّم
desk-journal-title = السجل اليومي
desk-journal-lead = آخر 200 واقعة، الأحدث أولاً. تحمل كل واقعة بصمة ما قبلها.
desk-journal-position = الرقم
desk-journal-when = متى
desk-journal-kind = ماذا حدث
desk-journal-subject = لماذا أو لمن
desk-journal-actor = من قام به
desk-journal-audience = من يحق له أن يعلم
desk-journal-hash = البصمة
desk-audience-public = الجميع
desk-audience-parties = المعنيون
desk-audience-desk = مكتب العمل
desk-actor-erased = شخص مُحيت بياناته
desk-actor-program = برنامج: { $name }
desk-actor-nobody = لا أحد
desk-health-title = حالة المنصة
desk-health-followers = ما يتابع السجل اليومي
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
