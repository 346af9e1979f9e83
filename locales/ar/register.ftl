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
register-search-actions = البحث في الأعمال
register-search-governments = البحث في الحكومات المحلية
register-filters = عوامل التصفية
register-apply = تطبيق التصفية
register-clear = إزالة الكل
register-meant = هل تقصدون
register-unknown = لم يُؤخذ بما يلي لأن السجل لا يعرفه: { $values }
register-sort = الترتيب بحسب
register-sort-relevance = الصلة
register-sort-newest = الأحدث
register-sort-name = الاسم
register-views = العرض
register-view-list = قائمة
register-view-map = خريطة
register-per = النتائج في الصفحة:
register-page = { $from_text }–{ $to_text } من { $n_text }
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
register-way-clear = إزالة جميع عوامل التصفية
register-way-words = إزالة كلمات البحث
register-way-objectives = البحث بحسب الهدف
register-way-countries = البحث بحسب البلد

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
register-facet-year = السنة
register-facet-lang = اللغة
register-facet-record = نوع القيد
register-facet-origin = المصدر
register-facet-tier = نوع الحكومة
register-facet-signature = التوقيع
register-short-gcm = GCM
register-short-gcr = GCR
register-short-sdg = SDG
register-status-planned = قيد التحضير
register-status-in-progress = قيد التنفيذ
register-status-fulfilled = منجَز
register-status-paused = معلَّق
register-status-dropped = متروك
register-status-unknown = غير مذكور
register-type-pledge = تعهّد
register-type-practice = ممارسة
register-type-unknown = غير مذكور
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
register-countries-signed = توقيعات تم التحقق منها
register-countries-none = لا بلدان ولا أقاليم بعد
register-country-no-actions = لا عمل من هنا في السجل بعد.
register-country-no-governments = لا حكومة محلية من هنا في السجل بعد.
register-objectives-text = ما تستجيب له الأعمال. تُحسب الأعمال المسجَّلة نقلاً عن مصادر عامة مع المنشورة.
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
