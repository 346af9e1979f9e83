# الأساس: المشكلات والاستمارات والتواريخ والملفات.

web-site = العمل المحلي
web-title-with-errors = خطأ: { $title }

# الاستمارات
web-errors-title = توجد مشكلة
web-error-prefix = خطأ:
web-optional = (اختياري)
web-error-too-long = اختصروا النص: العدد الأقصى للأحرف { $max_text }، والزائد منها { $n_text }
web-error-too-short = أكملوا النص: العدد الأدنى للأحرف { $min_text }، والناقص منها { $n_text }
web-counter-left = { $n ->
    [zero] لم يبقَ أي حرف
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $n_text } أحرف
    [many] بقي { $n_text } حرفاً
   *[other] بقي { $n_text } حرف
}
web-counter-over = { $n ->
    [zero] لا أحرف زائدة
    [one] حرف واحد زائد
    [two] حرفان زائدان
    [few] { $n_text } أحرف زائدة
    [many] { $n_text } حرفاً زائداً
   *[other] { $n_text } حرف زائد
}

# التاريخ في ثلاث خانات
web-date-day = اليوم
web-date-month = الشهر
web-date-year = السنة
web-date-precision = درجة الدقة
web-date-exact = بالضبط
web-date-by = في موعد أقصاه هذا التاريخ
web-date-about = تقريباً
web-date-year-missing = أدخلوا السنة؛ يمكن ترك اليوم والشهر فارغين
web-date-year-unreadable = أدخلوا السنة بأربعة أرقام، مثل 2026
web-date-month-unreadable = أدخلوا الشهر رقماً من 1 إلى 12، أو اتركوه فارغاً
web-date-month-missing = أدخلوا الشهر أيضاً، أو اتركوا اليوم فارغاً
web-date-day-unreadable = أدخلوا اليوم رقماً من 1 إلى 31، أو اتركوه فارغاً
web-date-no-such-day = لا يوجد هذا اليوم في هذا الشهر؛ راجعوا اليوم والشهر والسنة

# الملفات
web-file-hint = ملف PDF أو JPEG أو PNG لا يتجاوز 25 ميغابايت. تُحفظ الصور من دون بياناتها المخفية، مثل مكان التقاط الصورة.
web-file-empty = الملف «{ $name }» فارغ؛ اختاروا ملف PDF أو JPEG أو PNG
web-file-too-large = يتجاوز الملف «{ $name }» الحجم { $size }؛ اختاروا ملفاً أصغر
web-file-not-taken = الملف «{ $name }» ليس PDF ولا JPEG ولا PNG، مهما كان اسمه؛ احفظوه بإحدى هذه الصيغ واختاروه من جديد
web-file-heic = الصورة «{ $name }» بصيغة HEIC التي لا تقرؤها كل الحواسيب. اختاروها في هذه الاستمارة من الهاتف نفسه فيرسلها بصيغة JPEG، أو احفظوها بصيغة JPEG واختاروها من جديد
web-file-broken = لم يصل الملف كاملاً لأن الاتصال انقطع. كل ما كتبتموه غير ذلك ما زال هنا؛ اختاروا الملف من جديد
web-file-unreadable = تتعذّر قراءة الملف «{ $name }»؛ قد يكون تالفاً أو ناقصاً. افتحوه واحفظوه من جديد ثم اختاروه مرة أخرى
web-file-too-many-pixels = تحتوي الصورة «{ $name }» على أكثر من 50 مليون بكسل؛ صغّروها واختاروها من جديد

# المشكلات
web-problem-home = إلى الصفحة الرئيسية
web-problem-contact = الكتابة إلى الأمانة
web-problem-mark = إذا كتبتم إلينا بشأن ذلك فاذكروا هذا الرمز المرجعي: { $mark }
web-problem-unreadable-title = تعذّرت قراءة الطلب
web-problem-unreadable-text = ارجعوا إلى الصفحة السابقة وأعيدوا تحميلها ثم أرسلوا الاستمارة مرة أخرى. ما كتبتموه يبقى عادةً عند الرجوع.
web-problem-forbidden-title = لا يحق لكم القيام بذلك
web-problem-forbidden-text = إذا كنتم ترون أنه يحق لكم فاكتبوا إلى الأمانة: يمكنها أن تبيّن ما ينقص.
web-problem-unsafe-title = لم تُقبل الاستمارة لأسباب أمنية
web-problem-unsafe-other-page = يفيد متصفّحكم بأن الاستمارة أُرسلت من موقع آخر، أو لا يفيد من أين أُرسلت.
web-problem-unsafe-no-cookie = لم يرسل متصفّحكم ملف الارتباط الخاص بالاستمارة. اسمحوا بملفات الارتباط لهذا الموقع؛ فهو لا يستخدم غيرها.
web-problem-unsafe-old-form = الاستمارة من زيارة سابقة: ربما دخلتم أو خرجتم بعدها في نافذة أخرى.
web-problem-unsafe-text = لم يتغيّر شيء. ارجعوا إلى الصفحة السابقة وأعيدوا تحميلها ثم أرسلوا الاستمارة مرة أخرى؛ وانسخوا النصوص الطويلة أولاً.
web-problem-insecure-title = يلزم اتصال آمن
web-problem-insecure-text = يحتاج الدخول وإرسال الاستمارات إلى ملف ارتباط، وهو غير آمن عبر http غير المشفّر. افتحوا هذا الموقع عبر https، أو على الجهاز نفسه بالعنوان http://localhost. أما الصفحات العامة فتعمل هنا رغم ذلك.
web-problem-not-found-title = هذه الصفحة غير موجودة
web-problem-not-found-text = قد يكون العنوان مكتوباً خطأً أو تكون الصفحة قد نُقلت. لغات هذا الموقع هي الإنجليزية والفرنسية والإسبانية والعربية: تبدأ عناوينه بـ ⁦/en⁩ أو ⁦/fr⁩ أو ⁦/es⁩ أو ⁦/ar⁩.
web-problem-not-allowed-title = لا يُستخدم هذا العنوان بهذه الطريقة
web-problem-not-allowed-text = العنوان موجود، لكن ليس لهذا الاستخدام. ارجعوا إلى الصفحة السابقة واستخدموا أزرارها.
web-problem-gone-title = سُحب هذا المحتوى
web-problem-gone-since = سُحب في { $date }.
web-problem-gone-text = يُحفظ العنوان كي لا يُخلط بغيره. وما كان منشوراً يبقى في تاريخ السجل إشعاراً مؤرَّخاً.
web-problem-too-large-title = هذا أكثر مما يمكن إرساله دفعة واحدة
web-problem-too-large-text = يمكن إرسال { $size } هنا على الأكثر. اختصروا النص أو اختاروا ملفاً أصغر.
web-problem-address-too-long-title = العنوان طويل جداً
web-problem-address-too-long-text = احذفوا بعض عوامل التصفية وحاولوا مرة أخرى.
web-problem-wrong-kind-title = لا يُقبل هنا هذا النوع من المحتوى
web-problem-wrong-kind-text = ارجعوا إلى الصفحة السابقة وأرسلوه باستمارتها.
web-problem-refused-title = لا يمكن القيام بذلك الآن
web-problem-refused-text = لم يتغيّر شيء. ارجعوا إلى الصفحة السابقة وانظروا إلى حالتها الراهنة.
web-problem-too-many-title = محاولات كثيرة جداً
web-problem-too-many-text = { $n ->
    [zero] حاولوا مرة أخرى بعد قليل. لم يضع شيء ولم يُمنع أحد.
    [one] انتظروا دقيقة ثم حاولوا مرة أخرى. لم يضع شيء ولم يُمنع أحد.
    [two] انتظروا دقيقتين ثم حاولوا مرة أخرى. لم يضع شيء ولم يُمنع أحد.
    [few] انتظروا { $n_text } دقائق ثم حاولوا مرة أخرى. لم يضع شيء ولم يُمنع أحد.
    [many] انتظروا { $n_text } دقيقة ثم حاولوا مرة أخرى. لم يضع شيء ولم يُمنع أحد.
   *[other] انتظروا { $n_text } دقيقة ثم حاولوا مرة أخرى. لم يضع شيء ولم يُمنع أحد.
}
web-problem-broken-title = حدث عطل لدينا
web-problem-broken-text = ليس الخطأ منكم، وقد سُجّل العطل. حاولوا مرة أخرى بعد لحظة؛ ما حفظتموه من قبل باقٍ.
web-problem-unavailable-title = الموقع مزدحم الآن
web-problem-unavailable-text = لا يمكنه الرد الآن. انتظروا نصف دقيقة وأعيدوا تحميل الصفحة؛ ما حفظتموه من قبل باقٍ.
