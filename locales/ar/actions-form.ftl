# استمارة العمل بعد الإجابات الثماني.

actions-form-more-title = ما يمكنكم إضافته
actions-form-more-lead = لا شيء من هذا ضروري للإرسال. يذكر كل موضوع ما يضيفه، ويمكنكم أيضاً ملؤه لاحقاً عند المراجعة.
actions-form-another = حفظ وإضافة آخر

actions-form-topic-numbers = أعداد الأشخاص
actions-form-topic-impact = الأثر
actions-form-topic-participation = مشاركة المهاجرين واللاجئين
actions-form-topic-lessons = الدروس والصعوبات
actions-form-topic-replication = ما يحتاجه الآخرون لتكراره
actions-form-topic-funding = التمويل
actions-form-topic-principles = المبادئ التوجيهية
actions-form-topic-peers = ما تحتاجونه من الأقران وما تعرضونه عليهم
actions-form-topic-links = الروابط
actions-form-topic-pictures = الصور
actions-form-topic-attachment = المرفق
actions-form-topic-portals = المنصات الدولية

actions-form-opens-numbers = تبيّن عدد الأشخاص المستهدفين بالعمل.
actions-form-opens-impact = يتيح للمقيِّمين رؤية ما يتغير، ولغيرهم المقارنة.
actions-form-opens-participation = تُحتسب لصالح عمل محوره الناس.
actions-form-opens-lessons = أول ما يقرؤه الأقران.
actions-form-opens-replication = يفتح الطريق أمام مدن تريد أن تفعل مثله.
actions-form-opens-funding = تطلبه منصتان من المنصات الدولية.
actions-form-opens-principles = تطلبها منصة الاتفاق العالمي بشأن الهجرة.
actions-form-opens-peers = يتيح لنا أن نجمعكم بمدن أخرى.
actions-form-opens-links = تقود القرّاء إلى صفحاتكم.
actions-form-opens-pictures = تجعل العمل مرئياً هنا وفي المنشور.
actions-form-opens-attachment = للأمانة أو للجميع، كما تختارون.
actions-form-opens-portals = من دون موافقتكم لا نرفع العمل إلى أي منصة.

actions-form-ask-numbers = كم عدد الأشخاص المستهدفين؟
actions-form-ask-numbers-lead = اكتبوا أعداداً صحيحة واتركوا ما لا تعرفونه فارغاً. يُحفظ المعدود والمقدَّر كلٌّ على حدة.
actions-form-numbers-few = يظهر العدد الأقل من عشرة للعموم بعبارة «أقل من عشرة». ولا يرى العدد نفسه إلا الأمانة.
actions-form-planned = المخطط الوصول إليهم
actions-form-counted = من تم الوصول إليهم، بالعدّ
actions-form-estimated = من تم الوصول إليهم، بالتقدير
actions-form-number-planned = { $n ->
    [one] شخص واحد يُراد الوصول إليه
    [two] شخصان يُراد الوصول إليهما
    [few] { $n_text } أشخاص يُراد الوصول إليهم
    [many] { $n_text } شخصاً يُراد الوصول إليهم
   *[other] { $n_text } شخص يُراد الوصول إليهم
}
actions-form-number-counted = { $n ->
    [one] تم الوصول إلى شخص واحد، بالعدّ
    [two] تم الوصول إلى شخصين، بالعدّ
    [few] تم الوصول إلى { $n_text } أشخاص، بالعدّ
    [many] تم الوصول إلى { $n_text } شخصاً، بالعدّ
   *[other] تم الوصول إلى { $n_text } شخص، بالعدّ
}
actions-form-number-estimated = { $n ->
    [one] تم الوصول إلى شخص واحد تقريباً
    [two] تم الوصول إلى شخصين تقريباً
    [few] تم الوصول إلى نحو { $n_text } أشخاص، بالتقدير
    [many] تم الوصول إلى نحو { $n_text } شخصاً، بالتقدير
   *[other] تم الوصول إلى نحو { $n_text } شخص، بالتقدير
}
actions-form-few-planned = أقل من عشرة أشخاص يُراد الوصول إليهم
actions-form-few-counted = تم الوصول إلى أقل من عشرة أشخاص، بالعدّ
actions-form-few-estimated = تم الوصول إلى أقل من عشرة أشخاص، بالتقدير

actions-form-ask-impact = ماذا يغيّر؟
actions-form-ask-impact-lead = اذكروا ما تتوقعونه وما رأيتموه حتى الآن، وأضيفوا بعض الأرقام إن وُجدت.
actions-form-expected = الأثر المتوقع
actions-form-achieved = الأثر حتى الآن
actions-form-figure = الرقم { $n_text }
actions-form-figure-value = القيمة
actions-form-figure-value-hint = مثلاً 1250 أو 12.5%.
actions-form-figure-unit = وحدة العدّ
actions-form-figure-unit-hint = مثلاً: مقاعد في التعليم المبكر. لا تذكروا رقماً يمكن التعرف به على شخص.
actions-form-figure-date = بتاريخ

actions-form-ask-participation = كيف شارك المهاجرون واللاجئون؟
actions-form-ask-participation-lead = في التحضير واتخاذ القرار والتنفيذ والتقييم.
actions-form-participation = كيف شاركوا
actions-form-ask-lessons = ماذا تعلمتم؟
actions-form-ask-lessons-lead = ما لم ينجح مفيد للآخرين بقدر ما نجح.
actions-form-lessons = الدروس
actions-form-difficulties = الصعوبات
actions-form-ask-replication = ماذا يحتاج الآخرون لتكراره؟
actions-form-ask-replication-lead = أشخاص ومال وقوانين وشركاء ووقت: ما يجب أن يتوفر.
actions-form-replication = ما يحتاجه الآخرون

actions-form-ask-funding = كيف يُموَّل؟
actions-form-ask-funding-lead = بالكلمات، ومع المبلغ إن جاز نشره.
actions-form-funding = التمويل
actions-form-amount = المبلغ
actions-form-amount-hint = عدد صحيح، مثلاً 250000.
actions-form-currency = العملة
actions-form-currency-hint = رمزها من ثلاثة أحرف: KES أو EUR أو USD.
actions-form-funders = من أي جهة

actions-form-ask-principles = أي مبادئ توجيهية يتبعها؟
actions-form-ask-principles-lead = اختاروا المبادئ التي يقوم عليها العمل، لا تلك التي يكتفي باحترامها.
actions-form-principles = المبادئ التوجيهية

actions-form-ask-peers = ماذا تحتاجون من مدن أخرى، وماذا يمكنكم أن تقدموا؟
actions-form-ask-peers-lead = يستطيع الجميع قراءة هذا؛ هكذا تجد المدن بعضها بعضاً.
actions-form-needs = ما نبحث عنه
actions-form-offers = ما نعرضه

actions-form-ask-links = أين يمكن قراءة المزيد؟
actions-form-ask-links-lead = حتى ست صفحات. لا تُقبل إلا العناوين التي تبدأ بـ ⁦https://⁩.
actions-form-link = الرابط { $n_text }
actions-form-link-address = العنوان
actions-form-link-address-hint = مثلاً https://www.city.example/welcome
actions-form-link-label = اسم الرابط

actions-form-ask-pictures = هل لديكم صور؟
actions-form-ask-pictures-lead = حتى ست صور. تحتاج كل صورة إلى وصف لمن لا يراها، واسم من صنعها، وحقوقها.
actions-form-pictures-rule = أرسلوا فقط صوراً وافق عليها كل من يظهر فيها، ووافق وليّ الأمر عن الأطفال، ولا يمكن بها العثور على مأوى أو على شخص. يُحذف من الملف مكان التقاط الصورة وجهازها.
actions-form-picture = الصورة { $n_text }
actions-form-picture-yours = الصورة التي أرسلتموها
actions-form-picture-file = ملف الصورة
actions-form-picture-file-hint = JPEG أو PNG، بحد أقصى 25 ميغابايت. يعطي الهاتف JPEG إذا طُلب منه.
actions-form-picture-another = حفظ وعرض الصورة
actions-form-alt = ماذا يُرى فيها
actions-form-alt-hint = لمن لا يراها: «امرأتان تقرآن مع طفل على طاولة منخفضة».
actions-form-credit = من صنعها
actions-form-credit-hint = الاسم الذي يجب أن يظهر بجانبها.
actions-form-rights = الحقوق
actions-form-rights-licence = يجوز للآخرين استخدامها بموجب رخصة هذا الموقع
actions-form-rights-reserved = جميع الحقوق محفوظة، معروضة بإذن
actions-form-picture-remove = إزالة
actions-form-picture-remove-yes = إزالة هذه الصورة

actions-form-ask-attachment = هل من وثيقة تضيفونها؟
actions-form-ask-attachment-lead = ملف PDF واحد: خطة أو تقرير أو قرار.
actions-form-attachment-kept = حُفظ { $name } ({ $n_text } كيلوبايت).
actions-form-attachment-file = الوثيقة
actions-form-attachment-file-hint = ملف PDF واحد، بحد أقصى 25 ميغابايت.
actions-form-attachment-label = اسم الوثيقة
actions-form-attachment-open = من يمكنه تنزيلها
actions-form-attachment-open-yes = يمكن للجميع تنزيلها
actions-form-attachment-open-hint = وإلا فالأمانة ومن يتصرفون باسم حكومتكم فقط.
actions-form-attachment-private = للأمانة فقط
actions-form-attachment-remove = إزالة
actions-form-attachment-remove-yes = إزالة هذه الوثيقة

actions-form-ask-portals = إلى أي منصات يمكننا رفعه؟
actions-form-ask-portals-lead = بعد النشر تستطيع الأمانة رفعه إلى منصات الأمم المتحدة والمنتدى. لا نفعل ذلك إلا حيث توافقون.
actions-form-portals = نوافق على رفع العمل إلى
actions-form-portals-hint = يمكنكم تغيير ذلك عند المراجعة.

actions-form-coarse = حماية الأماكن
actions-form-coarse-yes = إظهار الحي فقط
actions-form-coarse-hint = تظهر المدن، أما الأماكن التي كتبتموها بأنفسكم فتبقى لدى الأمانة. اختاروا ذلك للمآوي وللأماكن التي يختبئ فيها أشخاص أو ينتظرون.
actions-form-district = الحي كما يجوز إظهاره

actions-form-error-number = أدخلوا عدداً صحيحاً مثل 320 من دون كلمات
actions-form-error-amount = أدخلوا المبلغ عدداً صحيحاً
actions-form-error-currency = أدخلوا العملة برمزها من ثلاثة أحرف مثل KES
actions-form-error-value = أدخلوا قيمة هذا الرقم، وفيها عدد
actions-form-error-unit = أدخلوا ما يعدّه هذا الرقم
actions-form-error-link = أدخلوا عنواناً يبدأ بـ ⁦https://⁩
actions-form-error-alt = صفوا ما يُرى في الصورة
actions-form-error-credit = أدخلوا من صنع الصورة
actions-form-error-rights = اختاروا الشروط التي يستخدم بها الآخرون الصورة
actions-form-error-picture = هذا الملف ليس صورة نقبلها. أرسلوا ملف JPEG أو PNG
actions-form-error-document = هذا الملف ليس بصيغة PDF. أرسلوا الوثيقة بصيغة PDF

actions-form-peers = ما يمكن للأقران أن يقدموه ويأخذوه
actions-form-credit-line = { $credit }{ "\u00A0" }· { $rights }
actions-form-read-more = للمزيد
actions-form-document-size = (PDF، { $n_text } كيلوبايت)
actions-form-redacted-picture = أزالت الأمانة صورة.
actions-form-error-pictures-many = ست صور على الأكثر. أزيلوا واحدة أولاً
actions-form-pictures-hidden = لا يرى الصور الآن سواكم والأمانة.
actions-form-hide-all = إخفاء الصور فوراً
actions-form-hide = إخفاء
actions-form-show = إظهار من جديد
actions-form-remove = إزالة نهائية
actions-form-desk-pictures-lead = تختفي الصورة المخفية فوراً من كل الصفحات ويمكن إظهارها من جديد. أما الصورة المزالة فتختفي من كل النسخ ويُحذف ملفها.
actions-form-done-hidden = أُخفيت. لم يعد أحد يرى الصورة.
actions-form-done-shown = أُظهرت. يرى الجميع الصورة من جديد.
actions-form-protect-persons = وافق كل شخص يظهر أو يوصف؛ ووافق وليّ الأمر عن الأطفال.
actions-form-protect-places = لا يمكن لأحد أن يعثر على مأوى أو على شخص بما قيل أو عُرض.
actions-form-discard-title = حذف هذه المسودة
actions-form-discard-lead = لم تُرسَل المسودة قط. تُزال إجاباتها وجهة الاتصال وملفاتها ولا يمكن استعادتها.
actions-form-discard-button = حذف المسودة
actions-form-discarded = حُذفت المسودة.
actions-form-refused-discard = أُرسل هذا العمل، فلا يمكن حذفه. بعد نشره يمكنكم سحبه.

actions-form-unkept-title = لم يُحفظ شيء من هذا
actions-form-unkept-copy = انسخوه وسلّموه إلى من يتصرف من زملائكم باسم { $government }.
actions-form-unkept-later = انسخوه الآن؛ وحين يصبح تعديل العمل ممكناً من جديد، يمكنكم لصقه هناك.
actions-form-unkept-on = إلى «حكوماتي»
