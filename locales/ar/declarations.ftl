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
declarations-hash = بصمة ⁦SHA-{ "\u2060" }256⁩ للنص
declarations-source = المصدر
declarations-sign-link = التوقيع باسم حكومتكم
declarations-signatories = الموقِّعون
declarations-signatories-lead = { $n ->
    [zero] لا توجد حكومات بعد.
    [one] حكومة واحدة. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
    [two] حكومتان. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
    [few] { $n_text } حكومات. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
    [many] { $n_text } حكومة. يبقى التوقيع المنقول عن مصدر عام معلَّماً حتى تؤكده الحكومة.
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
declarations-fact-version = نسخة النص
declarations-mark-verified = توقيع متحقَّق منه
declarations-mark-on-file = توقيع مسجَّل نقلاً عن مصدر عام، ولم تؤكده الحكومة
declarations-mark-withdrawn = توقيع مسحوب
declarations-mark-none = التوقيع غير موثّق
declarations-certificate-title = توقيع { $name }
declarations-certificate-on-file = هذا التوقيع معروف من مصدر عام، ولم تؤكده الحكومة هنا.
declarations-certificate-placeholder = لم يكن النص الرسمي قد حُمِّل هنا عند التوقيع: النسخة أدناه تقوم مقامه مؤقتاً.

# Words
declarations-capacity-head = بصفته الرئيس المنتخب للحكومة المحلية
declarations-capacity-on_behalf = باسم الرئيس المنتخب
declarations-capacity-council = بقرار من المجلس
declarations-capacity-delegate = بصفته شخصاً عيّنته الحكومة لذلك
declarations-evidence-signed_document = الوثيقة الموقَّعة
declarations-evidence-council_resolution = قرار من المجلس
declarations-evidence-letter = رسالة من الحكومة
declarations-evidence-ceremony = صورة أو محضر للتوقيع
declarations-evidence-explicit = يذكره مصدر عام صراحةً
declarations-evidence-implied_by_cta_action = ضمني: يعرض مصدر عام عملاً في إطار النداء، ولا يقدّمه إلا الموقِّعون
declarations-evidence-implied_by_gfmd_listing = ضمني: مدرج في قائمة المنتدى العالمي المعني بالهجرة والتنمية
declarations-state-sent = بانتظار الأمانة
declarations-state-verified = متحقَّق منه
declarations-state-returned = أُعيد للمراجعة
declarations-state-on_file = مسجَّل نقلاً عن مصدر عام
declarations-state-withdrawn = مسحوب

# Signing
declarations-sign-title = التوقيع باسم حكومتكم
declarations-sign-lead = سجّلوا توقيع { $government } على { $declaration }. تتحقق الأمانة منه قبل نشره.
declarations-sign-returned = أعادت الأمانة التوقيع للمراجعة:
declarations-sign-name = اسم الموقِّع
declarations-sign-name-hint = كما يكتبه صاحبه، بأي أبجدية. وهو علني.
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
declarations-check-may-yes = يحق لي تسجيل هذا التوقيع باسم { $government }، وما كتبته صحيح، والشخص الذي وقّع يوافق على ذكر اسمه.
declarations-check-send = إرسال التوقيع
declarations-check-change = تغيير شيء
declarations-error-name = اكتبوا اسم الموقِّع
declarations-error-function = اكتبوا وظيفة ذلك الشخص
declarations-error-capacity = اختاروا الصفة التي وقّع بها ذلك الشخص
declarations-error-date = اكتبوا تاريخ التوقيع: تكفي السنة
declarations-error-date-ahead = لا يمكن أن يكون تاريخ التوقيع في المستقبل
declarations-error-evidence = اختاروا ما يثبت التوقيع
declarations-error-file = اختاروا ملف الإثبات؛ كل ما كتبتموه غير ذلك لا يزال هنا
declarations-error-may = ضعوا علامة في الخانة لتأكيد أنه يحق لكم تسجيل هذا التوقيع
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
declarations-desk-address = البريد الإلكتروني
declarations-desk-function = الوظيفة
declarations-desk-evidence = تنزيل الإثبات
declarations-desk-verify = التحقق
declarations-desk-verify-lead = يؤكّد الإثبات ما كُتب. يصبح التوقيع علنياً ويتلقى المرسِل رسالة.
declarations-desk-verify-button = التحقق من التوقيع
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

# Before you sign
declarations-before-title = قبل التوقيع
declarations-before-lead = كل ما يتعلق بتوقيع { $declaration } في صفحة واحدة: بماذا يُلزم حكومتكم، وبماذا لا يُلزمها، ومن وقّع، وكيف تنسحبون.
declarations-before-commits = بماذا يُلزم التوقيع
declarations-before-not = بماذا لا يُلزم
declarations-before-duties = ما الذي يقوم به الموقِّعون
declarations-before-returns = ما الذي تحصلون عليه في المقابل
declarations-before-leave = كيف تنسحبون
declarations-before-who = من وقّع في بلدكم
declarations-before-country = البلد أو الإقليم
declarations-before-show = عرض
declarations-before-nobody = لا يوجد بعد أي توقيع من هناك في السجل.
declarations-before-models = نماذج وأسئلة
declarations-before-models-lead = يمكنكم تغيير كل كلمة في النماذج، وهي ليست استشارة قانونية.
declarations-before-questions = كل الأسئلة التي ستُطرح، للطباعة

# Models
declarations-model-decision = نموذج قرار المجلس
declarations-model-decision-file = council-decision
declarations-model-letter = نموذج رسالة
declarations-model-letter-file = letter
declarations-model-note = هذا نموذج وليس نصاً رسمياً. عدّلوه بحسب ما تقتضيه قواعدكم.
declarations-model-government = الحكومة:
declarations-model-meeting = الجلسة والتاريخ:
declarations-model-decision-whereas = بالنظر إلى
declarations-model-decision-whereas-1 = { $declaration }، الذي تسلّم الأعضاء نصه؛
declarations-model-decision-whereas-2 = الصلاحيات التي يمنحها القانون لهذه الحكومة، والتي تبقى كما هي؛
declarations-model-decision-decides = يقرر المجلس
declarations-model-decision-decides-1 = توقيع { $declaration }؛
declarations-model-decision-decides-2 = تفويض رئيس الحكومة المحلية بالتوقيع وبتسمية جهة اتصال؛
declarations-model-decision-decides-3 = تلقّي تقرير مرة في السنة عمّا أُنجز.
declarations-model-place-date = المكان والتاريخ:
declarations-model-signature = التوقيع والختم:
declarations-model-name-function = الاسم والوظيفة:
declarations-model-letter-to = إلى الأمانة
declarations-model-letter-1 = قررت حكومتنا توقيع { $declaration }. وقد قرأنا نصه.
declarations-model-letter-2 = الشخص الذي يوقّع هذه الرسالة مخوَّل بالتوقيع باسم الحكومة، ويوافق على أن يكون اسمه ووظيفته علنيين.
declarations-model-letter-3 = جهة الاتصال لدينا، مع وظيفتها والبريد الإلكتروني للمكتب، هي:

# How it is signed
declarations-sign-way = كيف يجري التوقيع؟
declarations-way-paper = على الورق
declarations-way-paper-hint = يوقّع رئيس الحكومة المحلية على الورق، وترسلون صورة أو نسخة ممسوحة.
declarations-way-code = على صفحة، برمز يُرسل إلى مكتب الشخص الذي يوقّع
declarations-way-code-hint = لا حاجة إلى حساب. يتلقى المكتب رسالة فيها صفحة للقراءة والتوقيع، ولا يُرسل شيء قبل ذلك.
declarations-way-alone = بتوقيعي أنا، كما ينص تفويضي
declarations-way-alone-hint = يُظهر تفويضكم أنكم تستطيعون التوقيع باسم الحكومة.
declarations-sign-by-code = إذا كان التوقيع برمز
declarations-sign-on-paper = إذا كان التوقيع على الورق
declarations-sign-office = البريد الإلكتروني لمكتب الشخص الذي يوقّع
declarations-sign-office-hint = عنوان رسمي للمكتب لا عنوان شخصي، ولا يُنشر أبداً.
declarations-error-way = اختاروا كيف يجري التوقيع
declarations-error-office = أدخلوا البريد الإلكتروني لمكتب الشخص الذي يوقّع
declarations-error-office-shape = أدخلوا عنواناً كاملاً مثل office@city.example
declarations-check-may-ask = يحق لي أن أطلب هذا التوقيع من { $government }، وما كتبته صحيح.
declarations-check-desk-yes = تقول الوثيقة الورقية ({ $government }) ما كتبته، والشخص الذي وقّع يوافق على ذكر اسمه.
declarations-check-ask = طلب التوقيع من المكتب
declarations-check-enter = إدخال التوقيع
declarations-check-not-asked = راجعوا مرة أخرى ثم اطلبوا من المكتب التوقيع.
declarations-check-not-entered = راجعوا مرة أخرى ثم أدخلوا التوقيع. يتحقق منه عضو آخر في الأمانة.
declarations-refused-not-alone = لا يتيح لكم تفويضكم التوقيع وحدكم: اطلبوا توقيع رئيس الحكومة المحلية
declarations-evidence-mandate = تفويض المسؤول الذي وقّع
declarations-evidence-code = رمز أُرسل إلى مكتب الشخص الذي وقّع
declarations-fact-hand = أدخله
declarations-hand-desk = الأمانة، نقلاً عن وثيقة ورقية
declarations-fact-asked-by = طلبه

# The page of the person who signs
declarations-for-title = التوقيع باسم حكومتكم
declarations-for-lead = يُطلب منكم توقيع { $declaration } باسم { $government }. اقرؤوا النص ومن يوقّع، ثم أثبتوا عنوان مكتبكم برمز.
declarations-for-prove = أولاً: طلب رمز
declarations-for-where = يُرسل الرمز إلى عنوان مكتبكم: { $address }. وهو صالح لعشر دقائق في هذا المتصفح.
declarations-for-send-code = أرسلوا إليّ الرمز
declarations-for-code-sent = الرمز في الطريق. اكتبوه أدناه.
declarations-for-sign = ثم: التوقيع
declarations-for-agree = إقراركم
declarations-for-agree-sign = أوقّع { $declaration } باسم { $government } بهذه النسخة من النص، ويحق لي ذلك.
declarations-for-agree-named = أوافق على أن يكون اسمي ووظيفتي علنيين مع هذا التوقيع.
declarations-for-sign-button = توقيع
declarations-for-not-you = هل هناك خطأ، أو لستم هذا الشخص؟ لا تفعلوا شيئاً: فمن دون رمزكم لا يُوقَّع شيء.
declarations-for-done = لقد وقّعتم. تنظر فيه الأمانة ثم يصبح التوقيع علنياً وله شهادة.
declarations-for-signed = تم التوقيع. لا حاجة إلى أي إجراء آخر.
declarations-for-dropped = من طلب هذا التوقيع تراجع عن طلبه. لا حاجة إلى أي إجراء.
declarations-for-expired = لم يعد الرد على هذه الصفحة ممكناً. اطلبوا رسالة جديدة ممن كتب إليكم.
declarations-error-agree = ضعوا علامة في الخانتين للتوقيع
declarations-asked-open = طُلب التوقيع من المكتب برسالة إلى { $address } في { $asked }، ويمكنه الرد حتى { $until }.
declarations-asked-closed = طُلب التوقيع من المكتب برسالة إلى { $address } في { $asked }، ولم يعد الرد ممكناً. اسحبوا الطلب وأعيدوه.

# How it stands, and its history
declarations-state-prepared = مُعدّ، بانتظار من يوقّع
declarations-state-dropped = سُحب الطلب قبل التوقيع
declarations-state-suspended = معلَّق
declarations-mark-suspended = التوقيع معلَّق
declarations-history = ما حدث
declarations-happened-prepared = أُعدّ للشخص الذي يوقّع
declarations-happened-dropped = سُحب الطلب قبل التوقيع
declarations-happened-sent = أُرسل إلى الأمانة
declarations-happened-entered = أُدخل نقلاً عن مصدر عام
declarations-happened-verified = تحققت منه الأمانة
declarations-happened-returned = أُعيد للمراجعة
declarations-happened-suspended = علّقته الأمانة
declarations-happened-lifted = رُفع التعليق
declarations-happened-reconfirmed = أكدته الحكومة من جديد
declarations-happened-withdrawn = سُحب
declarations-mine-prepared = لدى المكتب رسالة فيها صفحة للتوقيع. ما إن يتم التوقيع حتى ينتقل إلى الأمانة وتصلكم رسالة.
declarations-mine-dropped = سُحب الطلب قبل التوقيع. يمكنكم البدء من جديد.
declarations-mine-suspended = علّقت الأمانة التوقيع، ويُظهر السجل التاريخ. اكتبوا إليها لتوضيح الأمر.
declarations-mine-done-prepared = طُلب من المكتب التوقيع، والرسالة في الطريق. الرقم المرجعي هو { $reference }.
declarations-mine-done-dropped = سُحب الطلب، ولم يعد الرد على صفحة الرسالة ممكناً.
declarations-mine-done-reconfirmed = تأكد التوقيع من جديد، ويُظهر السجل التاريخ.
declarations-mine-take-back = سحب الطلب
declarations-reconfirm-title = تأكيد التوقيع من جديد
declarations-reconfirm-lead = بعد انتخابات أو تغيير آخر: من يتولّون الحكم الآن متمسكون بالتوقيع. يُظهر السجل التاريخ. اذكروا أيضاً من يتولّى الحكم الآن.
declarations-reconfirm-desk-lead = بناءً على تأكيد من الحكومة فقط. يُظهر السجل التاريخ.
declarations-reconfirm-button = تأكيد من جديد
declarations-certificate-copy = الإثبات
declarations-certificate-copy-link = نسخة من الوثيقة الموقّعة بعد حجب التفاصيل الخاصة

# Desk
declarations-enter-title = إدخال توقيع نقلاً عن وثيقة ورقية
declarations-enter-lead = أدخلوا ما تقوله الوثيقة الورقية عن التوقيع ({ $government }، { $declaration }) مع النسخة الممسوحة. يتحقق منه عضو آخر في الأمانة.
declarations-enter-find = ابحثوا عن الحكومة التي وقّعت باسمها أو برقمها المرجعي.
declarations-enter-search = اسم الحكومة أو رقمها المرجعي
declarations-enter-none = لا توجد حكومة بهذا الاسم. أدخلوها أولاً أو جرّبوا كتابة أخرى.
declarations-desk-consent-line = نعم، النسخة { $version } من النص، باللغة: { $language }، في { $date }
declarations-desk-consent = الموافقة على ذكر الاسم
declarations-desk-copy = نسخة علنية من الإثبات
declarations-desk-copy-lead = الإثبات نفسه لا يُنشر أبداً. يمكن نشر نسخة حُجبت فيها التفاصيل الخاصة.
declarations-desk-copy-there = توجد نسخة علنية الآن، وستحل محلها نسخة أخرى.
declarations-desk-copy-file = ملف النسخة
declarations-desk-copy-button = وضع النسخة في السجل
declarations-error-copy = اختاروا ملف النسخة
declarations-desk-done-copy = النسخة علنية الآن.
declarations-desk-done-entered = أُدخل التوقيع. يتحقق منه عضو آخر في الأمانة.
declarations-desk-done-suspended = التوقيع معلَّق، ويُظهر السجل التاريخ.
declarations-desk-done-lifted = رُفع التعليق.
declarations-desk-done-reconfirmed = تأكّد التوقيع من جديد.
declarations-suspend-title = تعليق التوقيع
declarations-suspend-lead = يُظهر السجل التوقيع معلَّقاً مع التاريخ. لا تُنشر أعمال جديدة حتى ترفعوا التعليق.
declarations-suspend-reason = لماذا؟ لا يقرأ هذا إلا الأمانة.
declarations-suspend-button = تعليق التوقيع
declarations-error-suspend-reason = اذكروا في جملة لماذا يُعلَّق التوقيع
declarations-lift-title = رفع التعليق
declarations-lift-button = رفع التعليق

# Those who govern
declarations-leaders-title = من يتولّى الحكم
declarations-leaders-now = من يتولّى الحكم الآن
declarations-leaders-lead = اذكروا من يتولّى الحكم في { $government } الآن. يوافق كل شخص أولاً، وكل ما هنا علني على صفحتها وعلى شهادتها.
declarations-leaders-add = إضافة شخص
declarations-leaders-change = تغيير ما يُقال عن هذا الشخص
declarations-leaders-back = العودة إلى القائمة
declarations-leaders-name = الاسم
declarations-leaders-function = الوظيفة
declarations-leaders-since = في المنصب منذ
declarations-leaders-until = حتى
declarations-leaders-quote = جملة أو جملتان من كلامه
declarations-leaders-language = لغة هذه الجمل
declarations-leaders-portrait-hint = JPEG أو PNG، بحد أقصى 25 ميغابايت
declarations-leaders-portrait = صورة شخصية
declarations-leaders-remove-portrait = إزالة الصورة
declarations-leaders-alt = ماذا تُظهر الصورة
declarations-leaders-alt-hint = لمن لا يرونها، مثلاً: رئيسة البلدية في مكتبها.
declarations-leaders-credit = صاحب الصورة
declarations-leaders-consent = الموافقة
declarations-leaders-consent-yes = وافق هذا الشخص على أن يكون كل هذا علنياً، ويمكنه التراجع في أي وقت.
declarations-leaders-save = حفظ
declarations-leaders-remove = إزالة
declarations-leaders-done-named = أصبح هذا علنياً.
declarations-leaders-done-removed = أُزيل هذا الشخص، ولا يُحتفظ هنا بشيء يخصه.
declarations-error-leader-name = أدخلوا اسم الشخص
declarations-error-leader-function = أدخلوا وظيفة الشخص
declarations-error-leader-consent = ضعوا علامة في الخانة: لا يُذكر أحد من دون موافقته
declarations-error-alt = اذكروا ماذا تُظهر الصورة
declarations-error-credit = اذكروا صاحب الصورة
declarations-error-portrait = الصورة الشخصية ملف صورة: اختاروا ملف JPEG أو PNG
declarations-error-term = تنتهي المدة قبل أن تبدأ
declarations-refused-leader-unknown = لم يعد هذا الشخص في القائمة.

# Mails about asking, suspending, confirming anew
declarations-mail-ask-subject = { $programme } { $reference }: يُطلب توقيعكم
declarations-mail-ask-lead = أعدّ أحد مسؤولي حكومتكم ما يلي لتوقيعه:
declarations-mail-ask-next = افتحوا الصفحة واقرؤوا النص واطلبوا رمزاً إلى هذا العنوان ثم وقّعوا. لا حاجة إلى حساب. يمكن الرد حتى { $date }.
declarations-mail-ask-open = القراءة والتوقيع
declarations-mail-ask-not-you = فتح الصفحة لا يُعدّ توقيعاً. إذا لم تكن الرسالة لكم فلا تفعلوا شيئاً.
declarations-mail-suspended-subject = { $programme } { $reference }: تعليق التوقيع
declarations-mail-suspended-lead = علّقت الأمانة توقيع هذه الحكومة، ويُظهر السجل التاريخ:
declarations-mail-lifted-subject = { $programme } { $reference }: رفع التعليق
declarations-mail-lifted-lead = رفعت الأمانة تعليق توقيع هذه الحكومة، وهو قائم كما كان:
declarations-mail-reconfirmed-subject = { $programme } { $reference }: تأكيد التوقيع من جديد
declarations-mail-reconfirmed-lead = تأكد توقيع هذه الحكومة من جديد، ويُظهر السجل التاريخ:
declarations-step-signed = توقيع تم التحقق منه، بشهادة علنية:
declarations-step-counted = محسوبة منذ ذلك الحين في الأرقام العامة.
declarations-sort-name = الاسم
declarations-sort-date = تاريخ التوقيع
declarations-sort-region = المنطقة
