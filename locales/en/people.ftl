# People: logging in, one's own account, roles, leaving.

people-sign-in-title = Log in
people-sign-in-lead = We send a six-digit code to your mail address. There is no password, and any address may ask for one.
people-sign-in-address = Your mail address
people-sign-in-address-hint = Use the address of your office if you have one: it helps us to confirm for whom you may act.
people-sign-in-trap = Leave this field empty
people-sign-in-button = Send me a code
people-sign-in-notice = We keep your address so that we know you again, and remove it after 30 days without use if you act for no government.
people-sign-in-already = You are logged in as { $address }.
people-sign-in-continue = Continue
people-privacy-link = How we treat personal data

people-error-address-missing = Enter your mail address
people-error-address-shape = Enter a mail address such as name@city.example
people-error-too-many = Too many codes were asked for. Wait { $minutes ->
    [one] one minute
   *[other] { $minutes_text } minutes
  } and try again, or ask the desk.
people-error-code-missing = Enter the six-digit code from the mail
people-error-code-shape = The code has six digits, such as 204 816
people-error-code-wrong = This is not the code. { $tries ->
    [one] You have one try left.
   *[other] You have { $tries_text } tries left.
  }
people-error-code-used-up = This code was tried five times and no longer works. Send yourself a new one below.
people-error-code-expired = This code no longer works: a code works for 10 minutes and opens one session. Send yourself a new one below.
people-error-vouch-expired = This code no longer works: a code works for 10 minutes and proves one answer, in the browser that asked for it. Send yourself a new one.
people-error-vouch-closed = This request is closed: it was answered, taken back, or its time is over. Nothing is to be done any more.
people-error-trap = A field that stays empty was filled in, perhaps by your browser. Please enter your address once more.
people-session-over = Your session has ended. Log in in another tab, come back to this page and send the form again: what you typed is still here when you go back.
people-error-name-long = Use at most 120 characters for your name
people-error-lang = Choose one of the languages
people-error-erase-confirm = Tick the box to confirm that your data is to be removed
people-error-role = Choose a role

people-code-title = Enter the code
people-code-lead = We sent a six-digit code to { $address }. It works for 10 minutes, in this browser only.
people-code-label = Six-digit code
people-code-button = Log in
people-code-resend-title = No mail?
people-code-resend-lead = It can take a minute. Look among unwanted mail too.
people-code-resend-button = Send a new code
people-code-resent = We sent a new code. Earlier codes for this browser work too until they expire.
people-code-desk = Still no mail? Call the desk: { $contact }. It can read you a code.
people-code-desk-bare = Still no mail? Call the desk: it can read you a code.
people-code-other = Use another address
people-code-outbox = This is a demonstration: mails stay on this machine. Open the local outbox

people-sign-out = Log out
people-signed-out = You are logged out.
people-signed-out-everywhere = You are logged out everywhere.

people-me-title = My account
people-me-address = Mail address
people-me-role = Role
people-me-role-none = None: you act through the governments that you act for
people-me-since = Here since
people-me-details = Name and language
people-me-name = Your name
people-me-name-hint = As you write it yourself. Only the desk and those who act for the same government see it.
people-me-lang = Language of the mails that we send you
people-me-save = Save
people-me-saved = Saved.
people-me-sessions = Where you are logged in
people-me-sessions-lead = Each line is a browser. A session ends after { $hours } hours without use, and after { $days } days in any case.
people-me-session-this = this browser
people-me-session-began = Logged in
people-me-session-seen = Last used
people-me-session-end = End this session
people-me-session-ended = The session is ended.
people-me-everywhere = Log out everywhere
people-me-consents = What you were told
people-me-consent-line = Notice on personal data, version { $version }, read in { $language } on { $date }
people-me-leave = Leaving
people-me-leave-lead = You can have your personal data removed. What your government did in public stays.
people-me-leave-link = Have my data removed
people-browser-unknown = Unknown browser
people-browser-on = { $browser } on { $system }

people-erase-title = Have my data removed
people-erase-goes = What is removed
people-erase-goes-address = your address { $address } and your name
people-erase-goes-sessions = { $count ->
    [one] your session: you are logged out
   *[other] your { $count_text } sessions: you are logged out everywhere
  }
people-erase-goes-codes = your codes, and every mail to you that we still hold
people-erase-goes-role = your role: { $role }
people-erase-goes-contacts = your address wherever you are the private contact of an action or act for a government
people-erase-stays = What stays
people-erase-stays-acts = what was done in public for a government: its signatures and published actions. They name the government, not you
people-erase-stays-journal = the record that somebody did it, under a number that leads to no one
people-erase-stays-names = names that were printed with a signature, because they are part of a public act; ask the desk about those
people-erase-warning = This cannot be undone. If a colleague is to take over, hand over first.
people-erase-confirm = Remove my personal data now
people-erase-button = Remove my data
people-erase-back = Keep my account
people-erased-title = Your data is removed
people-erased-lead = You are logged out everywhere, and we hold no address of yours any more. The same address may log in again at any time and starts anew.
people-erase-refused-last-desk = You are the only member of the secretariat. Invite another one first, so that the desk is not left empty.

people-role-secretariat = Secretariat
people-role-assessor = Assessor
people-role-editor = Editor
people-role-translator = Translator
people-role-partner = Partner agency
people-role-reader = Reader

people-desk-title = People with a role
people-desk-lead = Roles are given by invitation. A role takes effect when the invited address logs in.
people-desk-none = Nobody has a role yet.
people-desk-invite = Invite somebody
people-desk-invite-address = Mail address
people-desk-invite-role = Role
people-desk-invite-button = Send the invitation
people-desk-invited = The invitation is on its way.
people-desk-person = Person
people-desk-state = State
people-desk-state-waiting = Invited on { $date }, has not logged in yet
people-desk-state-held = Since { $date }
people-desk-end = End
people-desk-end-label = End the role of { $address }
people-desk-ended = The role is ended.
people-desk-erased-person = a person whose data was removed

people-refused-not-desk = Only the secretariat may do this.
people-refused-last-desk = This is the only member of the secretariat: invite another one before ending this role.
people-refused-role-unknown = This role is already ended or was never given.
people-refused-role-held = This address already has this role or an invitation to it.

people-outbox-title = Local outbox
people-outbox-lead = Mails that this house would send. None leaves this machine; they are shown here so that you can log in and see what people receive.
people-outbox-open = Read the mail
people-outbox-none = No mail yet.
people-outbox-to = To
people-outbox-at = At
people-outbox-code = Code

people-mail-code-subject = { $programme }: your code to log in
people-mail-code-body = Your code is
people-mail-code-life = It works for 10 minutes, in the browser that asked for it.
people-mail-code-not-you = If you did not ask for it, do nothing: nobody can log in without it. We never ask for a code by mail or telephone.
people-mail-vouch-subject = { $programme }: your code to answer
people-mail-vouch-not-you = If you did not ask for it, do nothing: nobody can answer in your name without it. We never ask for a code by mail or telephone.
people-mail-invite-subject = { $programme }: you are invited as { $role }
people-mail-invite-body = You are invited to take part in { $programme } as: { $role }.
people-mail-invite-how = Log in with this address. The link opens the page where you ask for a code; nothing happens before you do.
people-mail-invite-link = Open the page
people-mail-invite-not-you = If you do not know what this is about, do nothing.
people-mail-expiry-subject = { $programme }: your address will be removed on { $date }
people-mail-expiry-body = You logged in to { $programme } and act for no government yet. We keep no address without need: yours will be removed on { $date }.
people-mail-expiry-how = To stay, log in once before then.

people-file-gone = The file itself was removed, and only that there was one is kept.
people-privacy-title = How we treat personal data
people-privacy-version = Version { $version } of this notice.
people-privacy-what-title = What we keep
people-privacy-what = Your mail address, the name and the language that you give, and when you logged in, from what kind of browser. If you act for a government: your function and the proof of it.
people-privacy-why-title = Why
people-privacy-why = To know who may act for a government, to write to you about what you sent, and to keep others from acting in its name.
people-privacy-who-title = Who sees it
people-privacy-who = The secretariat, and those who act for the same government. Never the public: pages, search and open data show governments, not their officers.
people-privacy-long-title = How long
people-privacy-long = As long as you act for a government or have a role, and 30 days after your last visit otherwise; we warn you before. Codes work for 10 minutes. Mails are emptied 30 days after delivery.
people-privacy-cookies-title = Cookies
people-privacy-cookies = Two, both ours and both needed: one that guards the forms and your session, and one that lets your own browser ask for a code when others ask too often. None follows you.
people-privacy-rights-title = Your rights
people-privacy-rights = You can read and correct what we keep in your account, and have it removed there at any time. What a government did in public stays public.
people-work-assess = Assessments
people-work-edit = Summaries
