desk-title = Desk
desk-waiting-title = What waits
desk-waiting-none = Nothing waits. New requests, signatures and actions appear here.
desk-since = Waits
desk-what = What
desk-government = Local government
desk-next = Next
desk-nav = At the desk
desk-people-link = People and roles
desk-waits-today = since today
desk-waits-days = { $n ->
    [one] for { $n_text } day
   *[other] for { $n_text } days
}
desk-waits-mandate = Asked to act for a government
desk-waits-signature = Signature to verify
desk-waits-action = Action: { $title }
desk-next-mandate = confirm, or refuse with a reason
desk-next-signature = verify, or return with reasons
desk-next-action = return with reasons, decline or publish
desk-count-mandates = requests to act
desk-count-signatures = signatures to verify
desk-count-actions = actions sent
desk-count-mails-failed = mails not delivered
desk-journal-title = Journal
desk-journal-lead = The latest 200 facts, newest first. Each carries the hash of the one before it.
desk-journal-position = No.
desk-journal-when = When
desk-journal-kind = What happened
desk-journal-subject = To what
desk-journal-actor = By whom
desk-journal-audience = Who may know
desk-journal-hash = Hash
desk-audience-public = everyone
desk-audience-parties = those concerned
desk-audience-desk = the desk
desk-actor-erased = a person who was erased
desk-actor-program = program: { $name }
desk-actor-nobody = nobody
desk-health-title = Health of the house
desk-health-followers = What follows the journal
desk-health-name = Name
desk-health-state = State
desk-health-lag = { $n ->
    [one] { $n_text } fact behind
   *[other] { $n_text } facts behind
}
desk-health-caught-up = caught up
desk-health-parked = Facts set aside
desk-health-parked-none = None. A fact that fails again and again is set aside here; everything else goes on.
desk-health-tries = tried { $tries } times
desk-health-retry = Try again
desk-health-retry-label = Try fact { $n_text } again
desk-health-heard = The fact was dealt with.
desk-health-failed = The fact failed once more; its cause stands in the log.
desk-health-mail = Mail
desk-mail-waiting = waiting to be sent
desk-mail-late = of these, tried before
desk-mail-sent = delivered
desk-mail-failed = given up
