### Mail: the sentences of the skeleton that every letter shares, and what became of a letter.

# Above the address that a button leads to.
post-button-copy = If the button does not work, copy this address into your browser:

# The foot of every letter.
post-sent-by = { $programme } sent this message automatically.
post-reply = You can answer it: a person reads the answer.
post-no-reply = Answers to this address are not read.
post-not-expected = If you did not expect it, you do not have to do anything.

# The state of a letter, on the desk.
post-state-waiting = Waiting to be sent
post-state-claimed = Being sent
post-state-sent = Sent
post-state-local = Kept in the local outbox
post-state-failed = Not delivered
post-state-dropped = Not sent

# Why a letter is late, failed or was dropped.
post-reason-refused = The mail server of the receiver refused it.
post-reason-postponed = The mail server asked to try again later.
post-reason-unreachable = Our mail server could not be reached or did not let us in.
post-reason-unreadable = The letter could not be composed.
post-reason-expired = It was of no use any more before it could be sent.
post-reason-erased = The person it was for was erased.
