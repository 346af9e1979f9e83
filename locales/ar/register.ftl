# الواجهة العامة: الصفحة الرئيسية والقوائم والبلدان والأهداف والخريطة.
register-nav-actions = الأعمال
register-nav-governments = الحكومات المحلية
register-nav-map = الخريطة
register-nav-declaration = الإعلان

register-home = الصفحة الرئيسية
register-actions = الأعمال
register-governments = الحكومات المحلية
register-countries = البلدان
register-objectives = الأهداف
register-objective = الهدف
register-map = الخريطة
register-demo = بيانات توضيحية
register-as-of = كما في { $date }
register-earlier-title = يوم آخر
register-earlier-label = كما في تاريخ
register-earlier-show = عرض ذلك اليوم
register-earlier = هذا هو السجل كما كان في نهاية { $date }. يجري البحث عن الكلمات في العناوين والأسماء.
register-stood-same = هكذا كان في نهاية { $date }، وهكذا هو الآن.
register-stood-then = هكذا كان في نهاية { $date }.
register-stood-now = عرضه كما هو الآن
register-stood-not = لم يكن مدرجًا في السجل في نهاية { $date }، أو لم يُحفظ ما كان عليه حينها. هذا ما هو عليه الآن.
register-not-over = لم ينتهِ يوم { $date } بعد، لذلك هذا هو السجل كما هو الآن.
register-as-table = في جدول
register-untitled = عمل { $who }
register-untitled-year = عمل { $who } ({ $year })
register-gone-neutral = لم يعد هذا في السجل.

# الصفحة الرئيسية
register-doors = ثلاثة مداخل
register-door-sign = التوقيع
register-door-sign-text = على الإعلان باسم حكومتكم المحلية
register-door-sign-what = على { $declaration }: تأييد حكومتكم المحلية للاتفاقين العالميين
register-door-submit = التقديم
register-door-submit-text = تقديم عمل: ما تقومون به أو تتعهدون به، ولمن، ومتى
register-door-submit-long = تقديم عمل
register-door-learn = التعلّم
register-door-learn-text = من حكومات محلية تعمل على الأهداف نفسها
register-figures = أرقام
register-figure-signed = توقيعات تم التحقق منها
register-figure-signed-on-file = توقيعات مسجَّلة
register-figure-published = أعمال منشورة
register-figure-on-file = أعمال مسجَّلة
register-on-file = مسجَّل: نقلاً عن مصدر عام، ولم تؤكده الحكومة.
register-figure-governments = حكومات محلية
register-figure-countries = بلدان وأقاليم
register-where = أين يعملون
register-open-map = فتح الخريطة
register-by-country = قائمة بحسب البلد
register-newest = أحدث الأعمال
register-newest-none = لا شيء في السجل بعد.
register-all-actions = جميع الأعمال
register-near-no-action = لا يحمل أي عمل في السجل المرجع { $name }.
register-near-no-government = لا تحمل أي حكومة محلية في السجل المرجع { $name }.
register-near-all-governments = كل الحكومات المحلية
register-near-no-signature = لا يحمل أي توقيع في السجل المرجع { $name }.
register-near-no-declaration = لا يوجد إعلان بالاسم { $name }.
register-near-no-cohort = لا توجد مجموعة بالاسم { $name }.
register-near-no-network = لا تذكر أي حكومة محلية في السجل شبكة باسم { $name }.
register-near-no-country = { $name } ليس رمزاً لبلد أو إقليم.
register-near-no-region = { $name } ليس رمزاً لمنطقة.
register-near-no-objective = { $name } ليس هدفاً من أهداف هذا النداء.
register-near-no-figure = لا يوجد رقم بالاسم { $name }.
register-near-all-declarations = كل الإعلانات
register-near-all-cohorts = كل المجموعات
register-near-all-networks = كل الشبكات
register-near-all-countries = كل البلدان والأقاليم
register-near-all-regions = كل المناطق
register-work-on = على ماذا يعملون
register-work-on-text = الأعمال بحسب الهدف: { $framework }. وقد يستجيب العمل الواحد لعدة أهداف.
register-strip-caption = الأعمال بحسب الهدف، المنشورة والمسجَّلة
register-strip-caption-country = الأعمال بحسب الهدف، { $country }، المنشورة والمسجَّلة
register-all-objectives = جميع الأهداف
register-coming = المواعيد القادمة
register-coming-none = لا موعد معروفاً بعد.
register-date-unverified = الموعد غير مؤكد
register-place-new-york = نيويورك
register-forum-imrf = منتدى استعراض الهجرة الدولية { $year }
register-forum-grf = المنتدى العالمي للاجئين { $year }

# القوائم
register-search = البحث في السجل
register-search-actions = البحث في الأعمال
register-search-governments = البحث في الحكومات المحلية
register-filters = عوامل التصفية
register-apply = تطبيق التصفية
register-clear = إزالة الكل
register-meant = هل تقصدون
register-unknown = لم يُؤخذ بما يلي لأن السجل لا يعرفه: { $values }
register-file-unknown = لا يعرف السجل: { $values }
register-file-not-over = لم ينتهِ يوم { $date } بعد، لذلك لا يوجد ملف للسجل في ذلك اليوم.
register-sort = الترتيب بحسب
register-sort-relevance = الصلة
register-sort-newest = الأحدث
register-sort-reported = آخر تقرير
register-sort-updated = آخر تحديث
register-sort-name = الاسم
register-sort-largest = عدد السكان

# Freshness: when the government last reported on its action.
register-fresh-new = آخر تقرير: { $date }
register-fresh-old = لا تقرير منذ { $date }
register-fresh-on-file = لا تقرير؛ مسجَّل منذ { $date }
register-views = العرض
register-view-list = قائمة
register-view-map = خريطة
register-per = النتائج في الصفحة:
register-page = { $from_text }–{ $to_text } من { $n_text }
register-window-page = الصفحة { $n_text }
register-window-part = جزء من العالم
register-history-lead = كل التغييرات العلنية، الأحدث أولاً. ما حُذف مشطوب وما أُضيف تحته خط. تُعدّ تغييرات اليوم الواحد تغييراً واحداً.
register-history-none = لم يتغيّر شيء منذ الإدراج في السجل.
register-history-said = ما كان يقوله القيد
register-history-of = السجل التاريخي: { $name }
register-history-lede = الملخص
register-history-name = الاسم
register-history-title = العنوان
register-history-population = عدد السكان
register-count-actions = { $n ->
    [0] لا أعمال
    [one] عمل واحد
    [two] عملان
    [few] { $n_text } أعمال
    [many] { $n_text } عملاً
   *[other] { $n_text } عمل
}
register-count-governments = { $n ->
    [0] لا حكومات محلية
    [one] حكومة محلية واحدة
    [two] حكومتان محليتان
    [few] { $n_text } حكومات محلية
    [many] { $n_text } حكومة محلية
   *[other] { $n_text } حكومة محلية
}
register-count-declarations = { $n ->
    [one] إعلان واحد
    [two] إعلانان
    [few] { $n_text } إعلانات
    [many] { $n_text } إعلاناً
   *[other] { $n_text } إعلان
}
register-count-cohorts = { $n ->
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $n_text } مجموعات
    [many] { $n_text } مجموعة
   *[other] { $n_text } مجموعة
}
register-all-actions-n = { $n ->
    [one] عرضه في القائمة
   *[other] جميع الأعمال ({ $n_text })
}
register-all-governments-n = { $n ->
    [one] عرضها في القائمة
   *[other] جميع الحكومات المحلية ({ $n_text })
}
register-none-title = لا نتائج
register-none-text = لا قيد يطابق كل هذه المعايير معاً. يجد البحث الأسماء بجميع لغات السجل، حتى مع أخطاء صغيرة.
register-none-here-title = لا شيء في هذه القائمة
register-none-here-text = ما يطابق هذه الكلمات في غير هذه القائمة مذكور أعلاه.
register-way-clear = إزالة جميع عوامل التصفية
register-way-now = عرض السجل كما هو الآن
register-way-words = إزالة كلمات البحث
register-way-objectives = البحث بحسب الهدف
register-way-countries = البحث بحسب البلد
register-no-further = حسب الصلة لا يُعرض إلا أول { $n_text } من النتائج. رتّبوا بحسب التاريخ أو الاسم لتصفّحها كلها، أو اختاروا عوامل تصفية.
register-also = هذه الكلمات تجد أيضاً:
register-years = السنوات { $from }–{ $to }
register-years-since = منذ { $year }
register-years-until = حتى { $year }
register-year-from = من سنة
register-year-to = إلى سنة
register-numbers = { $from_text }–{ $to_text }
register-numbers-since = { $n_text } فأكثر
register-numbers-until = حتى { $n_text }
register-number-from = من
register-number-to = إلى

# How to search
register-help = كيف تبحثون
register-help-title = كيف تبحثون
register-help-lead = اكتبوا ما تبحثون عنه في خانة البحث في أي قائمة. والعلامات أدناه تتيح لكم قوله بدقة أكبر.
register-help-typed = ما يمكنكم كتابته
register-help-word = مدرسة
register-help-phrase = دورات لغة
register-help-says-words = كل هذه الكلمات، أينما وردت في القيد.
register-help-says-phrase = هذه الكلمات، الواحدة تلو الأخرى.
register-help-says-without = الكلمات الأولى، من دون الكلمة التي تسبقها شرطة.
register-help-forms = تُوجد أيضاً الصيغ الأخرى للكلمة بالإنجليزية والفرنسية والإسبانية والعربية، ويأتي أولاً ما هو مكتوب كما كتبتموه. ويمكن أن تكون الكلمة الأخيرة بداية كلمة فقط.
register-help-names = تُوجد الحكومات المحلية والأماكن والبلدان بأسمائها بكل لغات السجل، بالتشكيل أو من دونه.
register-help-mistakes = تُغتفر الأخطاء الصغيرة حين لا يوجد شيء آخر، وعندها تُسألون إن كنتم تقصدون كلمة أخرى.
register-help-values = الرموز التي يمكنكم كتابتها
register-help-values-text = كلمة ثم نقطتان ثم رمز: تختار ما تختاره عوامل التصفية نفسها. وإن سبقتها شرطة استبعدته.
register-help-codes = كل الرموز (CSV)

# عوامل التصفية
register-facet-priorities = الأولوية
register-facet-gcm = الاتفاق العالمي بشأن الهجرة
register-facet-gcr = الميثاق العالمي بشأن اللاجئين
register-facet-sdg = أهداف التنمية المستدامة
register-facet-country = البلد أو الإقليم
register-facet-region = المنطقة
register-facet-status = التقدّم
register-facet-type = تعهّد أو ممارسة
register-facet-for = لمن
register-facet-planned = المخطط الوصول إليهم
register-facet-counted = من تم الوصول إليهم، بالعدّ
register-facet-estimated = من تم الوصول إليهم، تقديراً
register-facet-year = السنة
register-facet-lang = اللغة
register-facet-record = نوع القيد
register-facet-origin = المصدر
register-facet-tier = نوع الحكومة
register-facet-signature = التوقيع
register-facet-signed = سنة التوقيع
register-short-gcm = GCM
register-short-gcr = GCR
register-short-sdg = SDG
register-status-planned = قيد التحضير
register-status-in-progress = قيد التنفيذ
register-status-fulfilled = منجَز
register-status-paused = معلَّق
register-status-dropped = متروك
register-status-unknown = غير مذكور
register-people-few = أقل من عشرة
register-people = { $from_text }–{ $to_text }
register-people-more = { $n_text } فأكثر
register-type-pledge = تعهّد
register-type-practice = ممارسة
register-type-unknown = غير مذكور
register-year-unknown = غير مذكورة
register-for-migrants = مهاجرون
register-for-refugees = لاجئون
register-for-asylum-seekers = طالبو لجوء
register-for-displaced = نازحون داخلياً
register-for-returnees = عائدون
register-for-stateless = عديمو الجنسية
register-for-host-community = المجتمع المضيف
register-record-published = نشرته الحكومة
register-record-on-file = مسجَّل نقلاً عن مصدر عام
register-signature-signed = توقيع تم التحقق منه
register-signature-on-file = توقيع مسجَّل لم يُتحقق منه
register-signature-published = لا توقيع موثَّقاً
register-signature-none = لا توقيع موثَّقاً
register-signature-withdrawn = توقيع مسحوب
register-signature-suspended = توقيع معلَّق
register-origin-submitted = أُرسل هنا
register-origin-cta-action = القائمة السابقة للنداء
register-origin-gcm-pledge = تعهّد في إطار الاتفاق العالمي بشأن الهجرة
register-origin-gcr-pledge = تعهّد في إطار الميثاق العالمي بشأن اللاجئين
register-origin-gfmd-practice = ممارسة عُرضت في المنتدى العالمي المعني بالهجرة والتنمية
register-origin-gcf-project = مشروع الصندوق العالمي للمدن
register-origin-other-programme = برنامج خاص بالمدينة
register-origin-other = مصدر عام آخر
register-origin-demo = عرض توضيحي
register-tier-municipality = مدينة أو بلدية
register-tier-metropolitan = منطقة حضرية كبرى
register-tier-province = محافظة أو مقاطعة
register-tier-region = إقليم أو ولاية اتحادية
register-tier-association = رابطة أو شبكة
register-tier-unknown = غير مذكور

# الخريطة والبلدان والأهداف
register-map-actions = الأعمال على الخريطة
register-map-country = الحكومات المحلية على الخريطة: { $country }
register-map-shows = إظهار
register-map-list = الشيء نفسه في قائمة
register-map-placeless = { $n ->
    [one] قيد واحد لا يُعرف مكانه ويرد في القائمة فقط.
    [two] قيدان لا يُعرف مكانهما ويردان في القائمة فقط.
    [few] { $n_text } قيود لا يُعرف مكانها وترد في القائمة فقط.
    [many] { $n_text } قيداً لا يُعرف مكانه ويرد في القائمة فقط.
   *[other] { $n_text } قيد لا يُعرف مكانه ويرد في القائمة فقط.
}
register-map-more = { $n ->
    [one] قيد آخر في القائمة الكاملة:
    [two] قيدان آخران في القائمة الكاملة:
    [few] { $n_text } قيود أخرى في القائمة الكاملة:
    [many] { $n_text } قيداً آخر في القائمة الكاملة:
   *[other] { $n_text } قيد آخر في القائمة الكاملة:
}
register-no-country = بلا بلد
register-no-region = بلا منطقة
register-countries-text = البلدان والأقاليم التي لها حكومة محلية أو عمل في السجل.
register-counted-together = تشمل أعداد الأعمال والحكومات المحلية القيود المنقولة عن مصادر عامة وغير المؤكدة مع غيرها.
register-countries-signed = توقيعات تم التحقق منها
register-countries-none = لا بلدان ولا أقاليم بعد
register-country-no-actions = لا عمل من هنا في السجل بعد.
register-country-no-governments = لا حكومة محلية من هنا في السجل بعد.
register-objectives-text = ما تستجيب له الأعمال. تُحسب الأعمال المسجَّلة نقلاً عن مصادر عامة مع المنشورة.
register-objective-apart = نشرتها حكومات محلية: { $published }. مسجَّلة نقلاً عن مصادر عامة وغير مؤكدة: { $file }.
register-objectives-none = لا أطر مرجعية بعد
register-objective-count = { $n ->
    [0] لا عمل يستجيب لهذا بعد
    [one] عمل واحد يستجيب لهذا
    [two] عملان يستجيبان لهذا
    [few] { $n_text } أعمال تستجيب لهذا
    [many] { $n_text } عملاً يستجيب لهذا
   *[other] { $n_text } عمل يستجيب لهذا
}
register-objective-countries = أين
register-objective-missing-title = ما الذي ينقص
register-objective-missing = لا شيء في السجل يستجيب لهذا بعد في { $regions }. هذا يبيّن ما يعرفه السجل، لا ما يجري هناك.
register-objective-missing-all = لا عمل في السجل يستجيب لهذا بعد. هذا يبيّن ما يعرفه السجل، لا ما يجري في الواقع.
register-objective-missing-none = لكل منطقة في العالم عمل واحد على الأقل يستجيب لهذا.
register-source = المصدر
register-wording-unverified = صياغة لم يُتحقق منها
register-wording-fallback = لا توجد صياغة بلغتكم بعد؛ تُعرض باللغة المتاحة.

# التنزيلات والموجزات وصفحة البيانات
register-data = البيانات
register-data-lead = كل ما هو عام في هذا السجل، للتنزيل والمتابعة والاستشهاد به.
register-download = تنزيل هذه النتائج
register-feed = موجز (Atom)
register-columns = ما تعنيه الأعمدة
register-column = العمود
register-column-about = ما يتضمنه
register-column-coded = رموز مشروحة في codes.csv
register-column-reference = الرقم المرجعي للقيد، وهو لا يتغير أبداً
register-column-address = عنوان صفحته بهذه اللغة
register-column-title = العنوان، بهذه اللغة إن وُجد
register-column-title-language = لغة العنوان
register-column-text = جملة أو جملتان عنه
register-column-text-language = لغة ذلك النص
register-column-governments = الحكومات المحلية صاحبة العمل، وأولها القائدة
register-column-government-references = أرقامها المرجعية
register-column-networks = الشبكات التي تنتمي إليها الحكومات المحلية، كلٌّ منها كما تسميها صفحتها تحت ‎/networks
register-column-from = متى يبدأ: سنة أو شهر أو يوم
register-column-until = متى ينتهي، أو ongoing إن كان مستمراً، أو فراغ إن لم يُعرف
register-column-planned = كم شخصاً يُخطَّط للوصول إليهم في كل الفئات معاً، على شكل نطاق مثل 100-to-999 (من 100 إلى 999)
register-column-counted = كم شخصاً تم الوصول إليهم بالعدّ في كل الفئات معاً، على شكل نطاق مثل 100-to-999 (من 100 إلى 999)
register-column-estimated = كم شخصاً تم الوصول إليهم تقديراً في كل الفئات معاً، على شكل نطاق مثل 100-to-999 (من 100 إلى 999)
register-column-planned-people = كم شخصاً يُخطَّط للوصول إليهم: مجموع كل الفئات. الفئات التي تقل عن عشرة لا تدخل في أي مجموع، ويُترك فارغاً إن لم يُذكر غيرها
register-column-counted-people = كم شخصاً تم الوصول إليهم بالعدّ: مجموع كل الفئات. الفئات التي تقل عن عشرة لا تدخل في أي مجموع، ويُترك فارغاً إن لم يُذكر غيرها
register-column-estimated-people = كم شخصاً تم الوصول إليهم تقديراً: مجموع كل الفئات. الفئات التي تقل عن عشرة لا تدخل في أي مجموع، ويُترك فارغاً إن لم يُذكر غيرها. ولا يُجمع أبداً مع ما عُدّ
register-column-year = سنة البدء، وإن لم تُذكر فسنة الانتهاء، أو unknown إن لم تُذكر أي منهما
register-column-signed = سنة أول توقيع معتدّ به بقدر ما هي معروفة، أو unknown إن لم يُذكر تاريخ
register-column-lang = اللغة التي كُتب بها، برمز من حرفين أو ثلاثة
register-column-origin = من أين جاء القيد
register-column-latitude = خط العرض بالدرجات
register-column-longitude = خط الطول بالدرجات
register-column-changed = آخر يوم تغيّر فيه ما يُعرض
register-column-reported = يوم آخر تقرير من الحكومة: إرسال أو مراجعة أو تأكيد. تصحيح الأمانة ليس تقريراً. فارغ للسجلات المنقولة عن مصدر التي لم تقدّم الحكومة تقريراً عنها قط
register-codes = الرموز
register-codes-text = كل رمز ومعناه بهذه اللغة:
register-data-read = كيف تُقرأ هذه الملفات
register-data-filter = في القائمة، اختاروا وابحثوا أولاً: «تنزيل هذه النتائج» يعطيكم ما وجدتموه بالضبط.
register-data-on-file = القيود المسجَّلة نقلاً عن مصدر عام لم تؤكدها الحكومة. يميّزها العمود ⁦record⁩، فاحسبوها على حدة.
register-data-joint = يقع العمل المشترك في سطر واحد مع كل حكوماته وبلدانه: يُحسب مرة واحدة في المجموع، ومرة لكل بلد.
register-data-last-line = يذكر السطر الأخير عدد القيود وبصمة ⁦SHA-{ "\u2060" }256⁩ لكل البايتات التي قبله. والملف الذي يخلو منه ملف مقطوع.
register-data-formula = في ملفات CSV، تسبق فاصلةٌ عليا كلَّ نص قد يحسبه جدول البيانات معادلة.
register-data-citation = { $programme }: سجل الموقّعين والأعمال. كما في { $date }. { $address }
register-cite-secretariat = { $programme }، الأمانة

# الأرقام
register-figures-lead = ما يتضمنه السجل بالأرقام. لكل رقم جدوله وملفه وعنوانه الخاص.
register-figures-none-title = لم يكن في السجل شيء في ذلك اليوم
register-figures-none-text = يعود السجل إلى اليوم الذي أُدخل فيه أول قيد.
register-figure-none = لا شيء مما يحسبه هذا الرقم مسجَّل بعد.
register-figure-none-then = لم يكن أي شيء مما يحسبه هذا الرقم في السجل حتى نهاية { $date }.
register-figure-now = اعرض هذا الرقم كما هو الآن
# Heads of columns, under a title that says of what.
register-head-published = منشورة
register-head-verified = متحقَّق منها
register-head-on-file = مسجَّلة
register-figure-own = هذا الرقم وحده
register-figures-joint = يُحسب العمل المشترك مرة واحدة في المجموع.
register-figures-several = قد يستجيب العمل لعدة أهداف، ويخدم عدة فئات، ويقع في عدة مناطق: فلا يساوي مجموع هذه السطور عدد الأعمال.
register-figure-signatures-title = التوقيعات بحسب المنطقة
register-figure-signatures-about = الحكومات المحلية التي تم التحقق من توقيعها، والتوقيعات المسجَّلة نقلاً عن مصادر عامة، بحسب منطقة البلد.
register-figure-signed-title = التوقيعات بحسب السنة
register-figure-signed-about = الحكومات المحلية التي تم التحقق من توقيعها، والتوقيعات المسجَّلة نقلاً عن مصادر عامة، بحسب سنة أول توقيع. وحيث لم يُذكر تاريخ لا تُفترض أي سنة.
register-figure-years-title = الأعمال بحسب السنة
register-figure-years-about = الأعمال بحسب سنة بدئها، وإن لم تُذكر فسنة انتهائها. وإن لم تُذكر أي منهما فلا تُفترض سنة.
register-figure-objectives-title = الأعمال بحسب الهدف
register-figure-objectives-about = الأعمال بحسب الهدف الذي تستجيب له كما تذكره الحكومة المحلية، أو كما يذكره المصدر في القيود المسجَّلة.
register-figure-reach-title = الأهداف بحسب المنطقة
register-figure-reach-about = الأعمال المنشورة والمسجَّلة، بحسب الهدف الذي تستجيب له والمنطقة التي تجري فيها.
register-figure-regions-title = الأعمال بحسب المنطقة
register-figure-regions-about = الأعمال بحسب منطقة البلدان التي تجري فيها.
register-figure-progress-title = الأعمال بحسب التقدّم
register-figure-progress-about = الأعمال بحسب مدى تقدّمها وفق آخر ما ذكرته الحكومة المحلية.
register-figure-for-whom-title = الأعمال بحسب الفئات الموجَّهة إليها
register-figure-for-whom-about = الأعمال بحسب فئات الناس الموجَّهة إليها. لا يُحسب الأشخاص هنا.
register-all-figures = كل الأرقام
register-embed-whole = في السجل: { $programme }
# المناطق والشبكات
register-regions = المناطق
register-regions-text = مجموعات بلدان لها حكومة محلية أو عمل في السجل. يُحسب العمل المشترك مرة واحدة في كل مجموعة.
register-scheme-m49 = مناطق الأمم المتحدة (M49)
register-scheme-unec = اللجان الإقليمية للأمم المتحدة
register-scheme-unhcr = مناطق مفوضية الأمم المتحدة السامية لشؤون اللاجئين
register-scheme-uclg = فروع منظمة المدن المتحدة والحكومات المحلية
register-region-members = { $n ->
    [zero] لا بلدان
    [one] بلد أو إقليم واحد
    [two] بلدان أو إقليمان
    [few] { $n_text } بلدان وأقاليم
    [many] { $n_text } بلداً وإقليماً
   *[other] { $n_text } بلد وإقليم
}
register-region-unverified = لم يُتحقق من الأعضاء لدى المصدر
register-network = الشبكة
register-networks = الشبكات
register-networks-text = شبكات تقول حكومات محلية إنها تنتمي إليها.
register-networks-none = لا شبكات بعد
register-networks-none-text = لم تذكر أي حكومة محلية في السجل شبكةً.
register-compared = جنباً إلى جنب
register-compared-objectives = أهداف يُستجاب لها
register-cohorts = المجموعات
register-facet-cohort = المجموعة
register-frozen = أرقام مثبَّتة
register-frozen-text = الأرقام كما كانت في تلك الأيام. ولا تتغير بعد ذلك، مهما حدث للأعمال.

# أعمال متشابهة
register-alike = مدن تقوم بعمل مشابه
register-alike-text = وُجدت بحسب ما تقوله الأعمال عن نفسها: الأهداف، ولمن هي، ونوع الحكومة وحجمها ومكانها، والكلمات. لم يخترها أحد.
register-alike-why = كلاهما:
register-alike-objectives = يستجيبان لـ{ $list }
register-alike-for = من أجل { $list }
register-alike-kind = { $list }
register-alike-place = في { $place }
register-alike-words = يذكران { $list }
register-size-small = أقل من 50 ألف نسمة
register-size-middle = من 50 إلى 250 ألف نسمة
register-size-large = من 250 ألفاً إلى مليون نسمة
register-size-million = أكثر من مليون نسمة

# أرقام التعهدات والناس
register-figure-earlier = قبل { $year }
register-figure-few = أقل من عشرة لكل منها
register-figure-planned = مخطط لهم
register-figure-counted = جرى الوصول إليهم، عدداً
register-figure-estimated = جرى الوصول إليهم، تقديراً
register-figure-pledges-title = التعهدات بحسب التقدّم وآخر إفادة
register-figure-pledges-about = التعهدات المنشورة بحسب مدى تقدّمها والسنة التي أفادت فيها حكومتها بذلك آخر مرة. ولا تُحسب القيود المسجَّلة نقلاً عن مصدر عام.
register-figure-people-title = الناس: المخطط لهم ومن جرى الوصول إليهم
register-figure-people-about = الناس الذين تخطط الأعمال المنشورة للوصول إليهم ومن وصلت إليهم، كما تقول الحكومات. لا يُجمع المخطط والمعدود والمقدَّر معاً أبداً؛ والأعداد الأقل من عشرة لا تدخل في أي مجموع، وقد يصل أكثر من عمل إلى الشخص نفسه. ولا تُحسب القيود المسجَّلة نقلاً عن مصدر عام.
register-social-action = عمل
register-social-government = حكومة محلية
register-social-country = بلد
register-social-register = السجل العام

# Under the names of pages in search engines and shared links; $counts and $found are numbers in words: "12 actions".
register-described-part = { $name }: { $counts }. من وقّع، وما الذي يُنجَز، وأي أهداف يستجيب لها، مع أرقام وخريطة وملفات.
register-described-actions = ما تعمله الحكومات المحلية والإقليمية: { $found }، بحسب المكان والهدف والسنة والمستفيدين، للمتابعة والتنزيل.
register-described-governments = من وقّع أو يعمل: { $found }، بحسب المكان والمنطقة والشبكة والحجم، ولكل منها توقيعها وأعمالها.
register-described-map = { $found } على خريطة للعالم، وكذلك في قائمة بحسب البلد.
