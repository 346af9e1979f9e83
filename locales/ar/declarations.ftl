# Declarations and signatures.

# The declaration and its signatories, in public
declarations-list-title = الإعلانات
declarations-list-none = لا يوجد إعلان في السجل بعد.
declarations-text = النص
declarations-text-in = النص غير متاح بلغتكم؛ وهو معروض باللغة: { $language }.
declarations-placeholder = نص مؤقت: لم يُحمَّل النص الرسمي هنا بعد. يتعلق التوقيع بالنص الرسمي للإعلان.
declarations-versions = نُسخ النص
declarations-version-line = النسخة { $number }، { $date }
declarations-version-unknown = لا يذكره المصدر
declarations-wording-placeholder = نص مؤقت
declarations-wording-official = النص الرسمي
declarations-hash = بصمة SHA-256 للنص
declarations-source = المصدر
declarations-sign-link = التوقيع باسم حكومتكم
declarations-signatories = الموقِّعون
declarations-signatories-lead = { $n ->
    [zero] لا توجد حكومات بعد.
    [one] حكومة واحدة. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
    [two] حكومتان. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
    [few] { $n_text } حكومات. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
   *[other] { $n_text } حكومة. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
}
declarations-column-government = الحكومة
declarations-column-country = البلد أو الإقليم
declarations-column-date = تاريخ التوقيع
declarations-column-evidence = الإثبات
declarations-column-state = الحالة
declarations-column-certificate = الشهادة
declarations-date-unknown = التاريخ غير موثّق
declarations-fact-adopted = اعتُمد
declarations-fact-place = المكان
declarations-fact-verified = التوقيعات المتحقَّق منها
declarations-fact-on-file = توقيعات مسجَّلة غير مؤكدة
declarations-fact-reference = الرقم المرجعي
declarations-fact-government = الحكومة
declarations-fact-declaration = الإعلان
declarations-fact-country = البلد أو الإقليم
declarations-fact-signer = وقّعه
declarations-fact-function = الوظيفة
declarations-fact-capacity = الصفة
declarations-fact-signed-at = مكان التوقيع
declarations-fact-date = تاريخ التوقيع
declarations-fact-evidence = نوع الإثبات
declarations-fact-verified-on = تحققت منه الأمانة في
declarations-fact-entered-on = أُدخل في
declarations-fact-sent-on = أُرسل في
declarations-fact-withdrawn-on = سُحب في
declarations-fact-version = نسخة النص
declarations-mark-verified = توقيع متحقَّق منه
declarations-mark-on-file = توقيع مسجَّل نقلاً عن مصدر عام، ولم تؤكده الحكومة
declarations-mark-withdrawn = توقيع مسحوب
declarations-mark-none = التوقيع غير موثّق
declarations-certificate-title = توقيع { $name }
declarations-certificate-on-file = هذا التوقيع معروف من مصدر عام، ولم تؤكده الحكومة هنا.
declarations-certificate-placeholder = لم يكن النص الرسمي قد حُمِّل هنا عند التوقيع: النسخة أدناه تقوم مقامه مؤقتاً.
declarations-certificate-address = عنوان هذه الصفحة

# Words
declarations-capacity-head = بصفته الرئيس المنتخب للحكومة
declarations-capacity-on_behalf = باسم الرئيس المنتخب
declarations-capacity-council = بقرار من المجلس
declarations-capacity-delegate = بصفته شخصاً عيّنته الحكومة لذلك
declarations-evidence-signed_document = الوثيقة الموقَّعة
declarations-evidence-council_resolution = قرار من المجلس
declarations-evidence-letter = رسالة من الحكومة
declarations-evidence-ceremony = صورة أو محضر للتوقيع
declarations-evidence-explicit = يذكره مصدر عام صراحةً
declarations-evidence-implied_by_cta_action = ضمني: يعرض مصدر عام عملاً في إطار النداء، ولا يقدّمه إلا الموقِّعون
declarations-evidence-implied_by_gfmd_listing = ضمني: مدرج في قائمة المنتدى العالمي للهجرة والتنمية
declarations-state-sent = بانتظار الأمانة
declarations-state-verified = متحقَّق منه
declarations-state-returned = أُعيد للمراجعة
declarations-state-on_file = مسجَّل نقلاً عن مصدر عام
declarations-state-withdrawn = مسحوب

# Signing
declarations-sign-title = التوقيع باسم حكومتكم
declarations-sign-lead = سجّلوا توقيع { $government } على { $declaration }. تتحقق الأمانة منه قبل نشره.
declarations-sign-read = قراءة الإعلان
declarations-sign-returned = أعادت الأمانة التوقيع للمراجعة:
declarations-sign-name = اسم الموقِّع
declarations-sign-name-hint = كما يكتبه صاحبه، بأي كتابة. وهو علني.
declarations-sign-form-of-address = اللقب أو صيغة المخاطبة
declarations-sign-function = وظيفة ذلك الشخص
declarations-sign-function-hint = مثل رئيس البلدية. وهي علنية.
declarations-sign-capacity = بأي صفة وقّع ذلك الشخص؟
declarations-sign-place = مكان التوقيع
declarations-sign-date = تاريخ التوقيع
declarations-sign-date-hint = تكفي السنة إن لم يُعرف اليوم.
declarations-sign-evidence = ما الذي يثبت التوقيع؟
declarations-sign-file = ملف الإثبات
declarations-sign-kept = احتفظنا بالملف «{ $name }». لا تختاروا غيره إلا لاستبداله.
declarations-sign-notice = يرى الملف الأمانة ومن يتصرفون باسم حكومتكم؛ ولا يُنشر أبداً.
declarations-sign-continue = متابعة
declarations-privacy-link = كيف نتعامل مع البيانات الشخصية
declarations-check-title = راجعوا إجاباتكم
declarations-check-not-sent = راجعوا مرة أخرى ثم أرسلوا إلى الأمانة.
declarations-check-may = إقرار
declarations-check-may-yes = يحق لي تسجيل هذا التوقيع باسم { $government }، وما كتبته صحيح.
declarations-check-send = إرسال التوقيع
declarations-check-change = تغيير شيء
declarations-error-name = اكتبوا اسم الموقِّع
declarations-error-function = اكتبوا وظيفة ذلك الشخص
declarations-error-capacity = اختاروا الصفة التي وقّع بها ذلك الشخص
declarations-error-date = اكتبوا تاريخ التوقيع: تكفي السنة
declarations-error-date-ahead = لا يمكن أن يكون تاريخ التوقيع في المستقبل
declarations-error-evidence = اختاروا ما يثبت التوقيع
declarations-error-file = اختاروا ملف الإثبات؛ كل ما كتبتموه لا يزال هنا
declarations-error-may = ضعوا علامة لتأكيد أنه يحق لكم تسجيل هذا التوقيع
declarations-error-reasons = بيّنوا السبب: ما الناقص وما العمل
declarations-error-withdraw-reason = بيّنوا في جملة سبب سحب التوقيع
declarations-refused-not-desk = لا يجوز ذلك إلا للأمانة.
declarations-refused-no-mandate = يلزم تفويض مؤكَّد لهذه الحكومة. اطلبوه في «حكوماتي» وانتظروا رسالة الأمانة.
declarations-refused-own = لا يجيب عن التوقيع من أرسله: على عضو آخر في الأمانة أن يفعل
declarations-refused-already = وقّعت هذه الحكومة من قبل أو أن توقيعها بانتظار الأمانة
declarations-refused-no-text = لا يوجد نص للتوقيع بعد؛ اكتبوا إلى الأمانة
declarations-refused-unknown = لا يوجد توقيع كهذا.
declarations-refused-not-now = أُجيب عن هذا التوقيع أو سُحب في هذه الأثناء؛ انظروا حالته الآن

# The signature of one's own government
declarations-mine-title = توقيع حكومتكم
declarations-mine-done-sent = أُرسل التوقيع. رقمه المرجعي { $reference }.
declarations-mine-done-withdrawn = سُحب التوقيع؛ ويبيّن السجل التاريخ.
declarations-mine-sent = تقارن الأمانة إجاباتكم بالإثبات، ثم تتحقق من التوقيع أو تعيده مع الأسباب. وتتلقون رسالة في الحالتين.
declarations-mine-verified = حكومتكم من الموقِّعين. توقيعها علني وله شهادة.
declarations-mine-returned = أعادت الأمانة التوقيع للمراجعة:
declarations-mine-on-file = هذا التوقيع مسجَّل نقلاً عن مصدر عام. وقّعوا لتأكيده.
declarations-mine-withdrawn = التوقيع مسحوب. ويبيّن السجل متى.
declarations-mine-again = التوقيع من جديد
declarations-mine-certificate = الشهادة العلنية
declarations-mine-evidence = الإثبات المرسَل
declarations-mine-back = حكوماتي
declarations-mine-contact = أسئلة؟ اكتبوا إلى
declarations-withdraw-title = سحب التوقيع
declarations-withdraw-lead = يبيّن السجل أن التوقيع مسحوب مع التاريخ. وتبقى الأعمال المنشورة.
declarations-withdraw-reason = لماذا؟ لا يقرأ هذا إلا الأمانة.
declarations-withdraw-button = سحب التوقيع

# Desk
declarations-desk-title = توقيع للتحقق
declarations-desk-sender = أرسله
declarations-desk-address = عنوان البريد
declarations-desk-function = الوظيفة
declarations-desk-evidence = تنزيل الإثبات
declarations-desk-verify = التحقق
declarations-desk-verify-lead = يبيّن الإثبات ما كُتب. يصبح التوقيع علنياً ويتلقى المرسِل رسالة.
declarations-desk-verify-button = تأكيد التحقق من التوقيع
declarations-desk-return = الإعادة مع الأسباب
declarations-desk-return-button = الإعادة للمراجعة
declarations-desk-reasons = الأسباب
declarations-desk-reasons-hint = يقرأ المرسِل هذه الكلمات: ما الناقص وما العمل.
declarations-desk-done-verified = تم التحقق من التوقيع وهو علني؛ ويتلقى المرسِل رسالة.
declarations-desk-done-returned = أُعيد التوقيع؛ ويتلقى المرسِل رسالة بالأسباب.
declarations-desk-done-withdrawn = سُحب التوقيع.
declarations-desk-back = العودة إلى مكتب العمل

# Mails
declarations-mail-open = عرض التوقيع
declarations-mail-sent-subject = { $programme } { $reference }: تلقّينا التوقيع
declarations-mail-sent-lead = تلقّينا توقيع هذه الحكومة:
declarations-mail-sent-next = تقارنه الأمانة بالإثبات وتكتب إليكم. احتفظوا بهذه الرسالة نسخةً لكم.
declarations-mail-desk-subject = { $programme } { $reference }: توقيع ينتظر، { $government }
declarations-mail-desk-lead = توقيع ينتظر في مكتب العمل:
declarations-mail-desk-open = النظر في التوقيع
declarations-mail-verified-subject = { $programme } { $reference }: تم التحقق من التوقيع
declarations-mail-verified-lead = تحققت الأمانة من توقيع هذه الحكومة:
declarations-mail-verified-next = هو علني الآن وله شهادة، ويمكن نشر أعمال الحكومة.
declarations-mail-returned-subject = { $programme } { $reference }: أُعيد التوقيع للمراجعة
declarations-mail-returned-lead = لم تتمكن الأمانة بعد من التحقق من توقيع هذه الحكومة:
declarations-mail-returned-reasons = والأسباب:
declarations-mail-returned-next = صحّحوه وأرسلوه من جديد؛ وإجاباتكم محفوظة.
declarations-mail-withdrawn-subject = { $programme } { $reference }: سُحب التوقيع
declarations-mail-withdrawn-lead = سُحب توقيع هذه الحكومة؛ ويبيّن السجل التاريخ:
