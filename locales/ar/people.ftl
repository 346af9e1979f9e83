# الأشخاص: الدخول والحساب والأدوار والمغادرة.

people-sign-in-title = الدخول
people-sign-in-lead = نرسل رمزاً من ستة أرقام إلى بريدكم الإلكتروني. لا حاجة إلى كلمة مرور، ويمكن لأي عنوان أن يطلب رمزاً.
people-sign-in-address = بريدكم الإلكتروني
people-sign-in-address-hint = استخدموا بريد مؤسستكم إن وُجد: فهو يساعدنا على التأكد ممّن يمكنكم التصرف باسمه.
people-sign-in-trap = اتركوا هذا الحقل فارغاً
people-sign-in-button = أرسلوا إليّ رمزاً
people-sign-in-notice = نحتفظ بعنوانكم لنتعرّف عليكم، ونحذفه بعد 30 يوماً من عدم الاستخدام إن لم تكونوا تتصرفون باسم أي حكومة.
people-sign-in-already = سُجّل دخولكم بالعنوان { $address }.
people-sign-in-continue = متابعة
people-privacy-link = كيف نتعامل مع البيانات الشخصية

people-error-address-missing = أدخلوا بريدكم الإلكتروني
people-error-address-shape = أدخلوا بريداً إلكترونياً مثل name@city.example
people-error-too-many = طُلبت رموز كثيرة جداً. انتظروا { $minutes ->
    [zero] قليلاً
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes_text } دقائق
    [many] { $minutes_text } دقيقة
   *[other] { $minutes_text } دقيقة
  } ثم حاولوا من جديد، أو اسألوا الأمانة.
people-error-code-missing = أدخلوا الرمز المكوَّن من ستة أرقام الوارد في البريد
people-error-code-shape = الرمز ستة أرقام، مثل 204816
people-error-code-wrong = هذا ليس الرمز الصحيح. { $tries ->
    [zero] لم تبقَ لكم محاولات.
    [one] بقيت لكم محاولة واحدة.
    [two] بقيت لكم محاولتان.
    [few] بقيت لكم { $tries_text } محاولات.
    [many] بقيت لكم { $tries_text } محاولة.
   *[other] بقيت لكم { $tries_text } محاولة.
  }
people-error-code-used-up = جُرِّب هذا الرمز خمس مرات ولم يعد صالحاً. اطلبوا رمزاً جديداً أدناه.
people-error-code-expired = لم يعد هذا الرمز صالحاً: يصلح الرمز 10 دقائق ويفتح جلسة واحدة. اطلبوا رمزاً جديداً أدناه.
people-error-vouch-expired = لم يعد هذا الرمز صالحاً: يصلح الرمز 10 دقائق ويثبت جواباً واحداً، في المتصفح الذي طلبه. اطلبوا رمزاً جديداً.
people-error-vouch-closed = هذا الطلب مغلق: أُجيب عنه أو سُحب أو انقضت مهلته. لم يبق ما يُفعل.
people-error-trap = مُلئ حقل يجب أن يبقى فارغاً، وربما ملأه متصفحكم. أدخلوا عنوانكم مرة أخرى.
people-session-over = انتهت جلستكم. ادخلوا في علامة تبويب أخرى، ثم عودوا إلى هذه الصفحة وأرسلوا الاستمارة من جديد: ما كتبتموه لا يزال هنا عند الرجوع.
people-error-name-long = استخدموا 120 حرفاً على الأكثر لاسمكم
people-error-lang = اختاروا إحدى اللغات
people-error-erase-confirm = ضعوا علامة في الخانة لتأكيد حذف بياناتكم
people-error-role = اختاروا دوراً

people-code-title = أدخلوا الرمز
people-code-lead = أرسلنا رمزاً من ستة أرقام إلى { $address }. وهو صالح 10 دقائق في هذا المتصفح فقط.
people-code-label = الرمز المكوَّن من ستة أرقام
people-code-button = الدخول
people-code-resend-title = لم يصل البريد؟
people-code-resend-lead = قد يستغرق دقيقة. ابحثوا أيضاً في البريد غير المرغوب فيه.
people-code-resend-button = إرسال رمز جديد
people-code-resent = أرسلنا رمزاً جديداً. وتبقى الرموز السابقة لهذا المتصفح صالحة حتى تنتهي مدتها.
people-code-desk = لم يصل شيء بعد؟ اتصلوا بالأمانة: { $contact }. يمكنها أن تقرأ لكم رمزاً.
people-code-desk-bare = لم يصل شيء بعد؟ اتصلوا بالأمانة: يمكنها أن تقرأ لكم رمزاً.
people-code-other = استخدام عنوان آخر
people-code-outbox = هذا عرض توضيحي: تبقى الرسائل على هذا الجهاز. افتحوا صندوق البريد الصادر المحلي

people-sign-out = الخروج
people-signed-out = تم الخروج.
people-signed-out-everywhere = تم الخروج من كل مكان.

people-me-title = حسابي
people-me-address = البريد الإلكتروني
people-me-role = الدور
people-me-role-none = لا دور: تتصرفون من خلال الحكومات التي تمثّلونها
people-me-since = هنا منذ
people-me-details = الاسم واللغة
people-me-name = اسمكم
people-me-name-hint = كما تكتبونه أنتم. لا يراه إلا الأمانة ومن يتصرف باسم الحكومة نفسها.
people-me-lang = لغة الرسائل التي نرسلها إليكم
people-me-save = حفظ
people-me-saved = تم الحفظ.
people-me-sessions = جلساتكم المفتوحة
people-me-sessions-lead = يمثّل كل سطر متصفحاً. تنتهي الجلسة بعد { $hours } ساعة من عدم الاستخدام، وبعد { $days } يوماً في كل الأحوال.
people-me-session-this = هذا المتصفح
people-me-session-began = الدخول
people-me-session-seen = آخر استخدام
people-me-session-end = إنهاء هذه الجلسة
people-me-session-ended = انتهت الجلسة.
people-me-everywhere = الخروج من كل مكان
people-me-consents = ما أُبلغتم به
people-me-consent-line = إشعار البيانات الشخصية، النسخة { $version }، قُرئ باللغة { $language } في { $date }
people-me-leave = المغادرة
people-me-leave-lead = يمكنكم طلب حذف بياناتكم الشخصية. أما ما فعلته حكومتكم علناً فيبقى.
people-me-leave-link = حذف بياناتي
people-browser-unknown = متصفح غير معروف
people-browser-on = { $browser } على { $system }

people-erase-title = حذف بياناتي
people-erase-goes = ما يُحذف
people-erase-goes-address = عنوانكم { $address } واسمكم
people-erase-goes-sessions = { $count ->
    [zero] جلساتكم
    [one] جلستكم، وتُغلق
    [two] جلستاكم، وتُغلقان
    [few] جلساتكم وعددها { $count_text }، وتُغلق كلها
    [many] جلساتكم وعددها { $count_text }، وتُغلق كلها
   *[other] جلساتكم وعددها { $count_text }، وتُغلق كلها
}
people-erase-goes-codes = رموزكم وكل رسالة إليكم ما زلنا نحتفظ بها
people-erase-goes-role = دوركم: { $role }
people-erase-goes-contacts = عنوانكم حيثما كنتم جهة الاتصال الخاصة بعمل ما أو تتصرفون باسم حكومة
people-erase-stays = ما يبقى
people-erase-stays-acts = ما جرى علناً باسم حكومة: توقيعاتها وأعمالها المنشورة. فهي تسمّي الحكومة لا أنتم
people-erase-stays-journal = القيد بأن شخصاً ما قام بذلك، برقم لا يدل على أحد
people-erase-stays-names = الأسماء المطبوعة مع توقيع، لأنها جزء من عمل علني؛ اسألوا الأمانة عنها
people-erase-warning = لا رجعة في ذلك. إن كان زميل أو زميلة سيتولى المهمة، فسلّموها أولاً.
people-erase-confirm = احذفوا بياناتي الشخصية الآن
people-erase-button = حذف بياناتي
people-erase-back = الاحتفاظ بحسابي
people-erased-title = حُذفت بياناتكم
people-erased-lead = تم الخروج من كل مكان ولم نعد نحتفظ بأي عنوان لكم. يمكن للعنوان نفسه أن يدخل من جديد في أي وقت ويبدأ من الصفر.
people-erase-refused-last-desk = أنتم العضو الوحيد في الأمانة. ادعوا شخصاً آخر أولاً كي لا تبقى الأمانة خالية.

people-role-secretariat = الأمانة
people-role-assessor = مقيِّم
people-role-editor = محرِّر
people-role-translator = مترجم
people-role-partner = وكالة شريكة
people-role-reader = قارئ

people-desk-title = الأشخاص ذوو الأدوار
people-desk-lead = تُمنح الأدوار بالدعوة. ويسري الدور عندما يدخل العنوان المدعو.
people-desk-none = لا أحد له دور بعد.
people-desk-invite = دعوة شخص
people-desk-invite-address = البريد الإلكتروني
people-desk-invite-role = الدور
people-desk-invite-button = إرسال الدعوة
people-desk-invited = الدعوة في طريقها.
people-desk-person = الشخص
people-desk-state = الحالة
people-desk-state-waiting = دُعي في { $date } ولم يدخل بعد
people-desk-state-held = منذ { $date }
people-desk-end = إنهاء
people-desk-end-label = إنهاء دور { $address }
people-desk-ended = انتهى الدور.
people-desk-erased-person = شخص حُذفت بياناته

people-refused-not-desk = لا يجوز هذا إلا للأمانة.
people-refused-last-desk = هذا هو العضو الوحيد في الأمانة: ادعوا شخصاً آخر قبل إنهاء هذا الدور.
people-refused-role-unknown = انتهى هذا الدور من قبل أو لم يُمنح قط.
people-refused-role-held = لهذا العنوان هذا الدور بالفعل أو دعوة إليه.

people-outbox-title = صندوق البريد الصادر المحلي
people-outbox-lead = الرسائل التي كان هذا الموقع سيرسلها. لا تغادر أيٌّ منها هذا الجهاز؛ وهي معروضة هنا لتتمكنوا من الدخول ومن رؤية ما يصل إلى الناس.
people-outbox-open = قراءة الرسالة
people-outbox-none = لا رسائل بعد.
people-outbox-to = إلى
people-outbox-at = في
people-outbox-code = الرمز

people-mail-code-subject = { $programme }: رمز الدخول
people-mail-code-body = رمزكم هو
people-mail-code-life = وهو صالح 10 دقائق في المتصفح الذي طلبه.
people-mail-code-not-you = إن لم تطلبوه فلا تفعلوا شيئاً: لا يستطيع أحد الدخول من دونه. نحن لا نطلب الرمز أبداً بالبريد ولا بالهاتف.
people-mail-vouch-subject = { $programme }: رمزكم للإجابة
people-mail-vouch-not-you = إن لم تطلبوه فلا تفعلوا شيئاً: لا يستطيع أحد أن يجيب باسمكم من دونه. لا نطلب الرمز أبداً بالبريد أو الهاتف.
people-mail-invite-subject = { $programme }: دعوتكم بصفة { $role }
people-mail-invite-body = أنتم مدعوون إلى المشاركة في { $programme }. الدور: { $role }.
people-mail-invite-how = ادخلوا بهذا العنوان. يفتح الرابط الصفحة التي تطلبون فيها رمزاً؛ ولا يحدث شيء قبل ذلك.
people-mail-invite-link = فتح الصفحة
people-mail-invite-not-you = إن كنتم لا تعرفون ما هذا فلا تفعلوا شيئاً.
people-mail-expiry-subject = { $programme }: سيُحذف عنوانكم في { $date }
people-mail-expiry-body = دخلتم إلى { $programme } ولا تتصرفون بعدُ باسم أي حكومة. نحن لا نحتفظ بعنوان بلا حاجة: سيُحذف عنوانكم في { $date }.
people-mail-expiry-how = للبقاء، ادخلوا مرة واحدة قبل ذلك.

people-file-gone = حُذف الملف نفسه، ولم يبقَ إلا ما يدل على أنه كان موجوداً.
people-privacy-title = كيف نتعامل مع البيانات الشخصية
people-privacy-version = النسخة { $version } من هذا الإشعار.
people-privacy-what-title = ما نحتفظ به
people-privacy-what = بريدكم الإلكتروني، والاسم واللغة اللذان تقدّمونهما، ووقت دخولكم ونوع المتصفح. وإن كنتم تتصرفون باسم حكومة: وظيفتكم وإثباتها.
people-privacy-why-title = لماذا
people-privacy-why = لنعرف من يجوز له التصرف باسم حكومة، ولنكاتبكم بشأن ما أرسلتموه، ولنمنع غيركم من التصرف باسمها.
people-privacy-who-title = من يراها
people-privacy-who = الأمانة ومن يتصرف باسم الحكومة نفسها. ولا يراها الجمهور أبداً: فالصفحات والبحث والبيانات المفتوحة تعرض الحكومات لا موظفيها.
people-privacy-long-title = مدة الاحتفاظ
people-privacy-long = ما دمتم تتصرفون باسم حكومة أو لكم دور، وإلا فلمدة 30 يوماً بعد آخر زيارة، وننبّهكم قبل ذلك. تصلح الرموز 10 دقائق. ويُمحى محتوى الرسائل بعد 30 يوماً من تسليمها.
people-privacy-cookies-title = ملفات الارتباط
people-privacy-cookies = اثنان، كلاهما لنا وكلاهما ضروري: واحد يحمي الاستمارات وجلستكم، وواحد يتيح لمتصفحكم أن يطلب رمزاً عندما يكثر الآخرون من الطلب. ولا يتعقّبكم أيٌّ منهما.
people-privacy-rights-title = حقوقكم
people-privacy-rights = يمكنكم قراءة ما نحتفظ به وتصحيحه في حسابكم، وطلب حذفه هناك في أي وقت. أما ما فعلته حكومة علناً فيبقى علنياً.
people-work-assess = التقييمات
people-work-edit = الملخّصات
