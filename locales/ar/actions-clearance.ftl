# المراجعة داخل المدينة: طباعة المسودة وقراءتها برابط والتعليق عليها.

actions-clearance-title = القراءة الداخلية
actions-clearance-optional = اطبعوا المسودة، أو دعوا الزملاء يقرؤونها ويعلّقون عليها قبل الإرسال.
actions-clearance-waiting = { $n ->
    [zero] لا تعليق ينتظر.
    [one] تعليق واحد ينتظر.
    [two] تعليقان ينتظران.
    [few] { $n_text } تعليقات تنتظر.
    [many] { $n_text } تعليقاً ينتظر.
   *[other] { $n_text } تعليق ينتظر.
}
actions-clearance-lead = قبل الإرسال يمكن للزملاء والرؤساء قراءة المسودة. ما يقولونه لا يغيّرها أبداً؛ أنتم من يغيّرها.
actions-clearance-print = الطباعة كوثيقة
actions-clearance-print-lead = اطبعوا هذه الصفحة من متصفحكم. لا تتضمن جهة الاتصال الخاصة.
actions-clearance-mark = مسودة لم تُرسَل بعد. كما هي في { $date }.
actions-clearance-links = روابط القراءة
actions-clearance-links-lead = من لديه الرابط يقرأ المسودة ويعلّق عليها من دون حساب، لمدة 30 يوماً أو إلى أن تسحبوه.
actions-clearance-made = هذا هو الرابط الجديد. انسخوه الآن: فالقائمة أدناه لا تعرضه.
actions-clearance-make = إنشاء رابط قراءة
actions-clearance-revoke = سحب الرابط
actions-clearance-link-works = أُنشئ في { $made } ويعمل حتى { $date }
actions-clearance-link-revoked = أُنشئ في { $made } وسُحب في { $date }
actions-clearance-link-over = أُنشئ في { $made } وانتهى في { $date }
actions-clearance-comments = التعليقات
actions-clearance-no-comments = لم يعلّق أحد بعد.
actions-clearance-dealt = وضع علامة «عولِج»
actions-clearance-dealt-on = عولج في { $date }
actions-clearance-done-revoke = لم يعد الرابط يفتح شيئاً.
actions-clearance-done-dealt = وُضعت علامة «عولِج».
actions-clearance-refused-links = يعمل عشرون رابطاً في وقت واحد؛ اسحبوا واحداً أولاً.
actions-clearance-refused-comments = لا تتسع هذه المسودة لتعليقات أخرى؛ أبلغوا تعليقكم إلى من أرسل إليكم الرابط.
actions-clearance-over = انتهى رابط القراءة هذا أو سُحب. اطلبوا رابطاً جديداً ممن أرسله إليكم.
actions-clearance-read-title = مسودة للقراءة
actions-clearance-read-lead = أُرسل إليكم هذا الرابط لقراءة مسودة. ليست علنية؛ فلا تمرّروه إلى أحد. يعمل الرابط حتى { $date }.
actions-clearance-say = تعليقكم
actions-clearance-say-lead = لا يقرؤه إلا من يكتبون باسم هذه الحكومة المحلية. تبقى المسودة كما هي إلى أن يغيّروها.
actions-clearance-topic = عن أي موضوع
actions-clearance-comment = التعليق
actions-clearance-name = اسمكم
actions-clearance-send = إرسال التعليق
actions-clearance-done-comment = شكراً لكم. أُرسل تعليقكم إلى من يكتبون المسودة.
actions-clearance-error-name = اكتبوا اسمكم
actions-clearance-error-comment = اكتبوا تعليقاً

actions-clearance-changes = ما الذي تغيّر
actions-clearance-changes-legend = المشطوب: ما حُذف. المسطَّر: ما أُضيف.
actions-clearance-sign-title = التوقيع والإرسال دفعة واحدة
actions-clearance-sign-lead = لم توقّع حكومتكم المحلية الإعلان أو سحبت توقيعها. لا يُنشر عمل إلا مع توقيع. وقّعوا الآن ثم تعودون إلى هنا للإرسال. ويمكنكم أيضاً الإرسال أولاً والتوقيع لاحقاً.
actions-clearance-sign = توقيع الإعلان ثم الإرسال
actions-clearance-refused-ended = لم تعودوا تتصرفون باسم هذه الحكومة المحلية، فلا يمكنكم قراءة ما بدأتموه باسمها ولا تغييره. لا يضيع شيء: تبقى المسودة لدى الحكومة ويتابعها من يتصرف باسمها. وإن كان عليكم التصرف باسمها من جديد فاطلبوا ذلك من صفحة «حكوماتي».
actions-clearance-closed = أُرسل هذا العمل أو أُغلق، فلا يمكن تغيير إجاباته الآن. ما كُتب موجود في النسخة المرسَلة.
