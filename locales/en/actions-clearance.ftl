# Clearance inside the city: printing a draft, reading it by a link, commenting on it.

actions-clearance-title = Clearance inside the city
actions-clearance-optional = Print the draft, or let colleagues read and comment on it before you send.
actions-clearance-waiting = { $n ->
    [one] One comment waits.
   *[other] { $n_text } comments wait.
}
actions-clearance-lead = Before you send, colleagues and superiors can read the draft. What they say never changes it; you do.
actions-clearance-print = Print as a document
actions-clearance-print-lead = Print this page with your browser. The private contact is not in it.
actions-clearance-mark = Draft, not sent. As of { $date }.
actions-clearance-links = Reading links
actions-clearance-links-lead = Whoever has the link can read the draft and comment, without an account, for 30 days or until you take it back.
actions-clearance-made = This is the new link. Copy it now: the list below does not show it.
actions-clearance-make = Make a reading link
actions-clearance-revoke = Take the link back
actions-clearance-link-works = Made on { $made }, works until { $date }
actions-clearance-link-revoked = Made on { $made }, taken back on { $date }
actions-clearance-link-over = Made on { $made }, ended on { $date }
actions-clearance-comments = Comments
actions-clearance-no-comments = Nobody has commented yet.
actions-clearance-dealt = Mark as dealt with
actions-clearance-dealt-on = Dealt with on { $date }
actions-clearance-done-revoke = The link opens nothing any more.
actions-clearance-done-dealt = Marked as dealt with.
actions-clearance-refused-links = Twenty links work at a time; take one back first.
actions-clearance-refused-comments = This draft cannot hold more comments; tell yours to whoever sent you the link.
actions-clearance-over = This reading link has ended or was taken back. Ask whoever sent it to you for a new one.
actions-clearance-read-title = A draft to read
actions-clearance-read-lead = You were sent this link to read a draft. It is not public; please pass it on to nobody. The link works until { $date }.
actions-clearance-say = Your comment
actions-clearance-say-lead = Only those who draft for this local government read it. The draft stays as it is until they change it.
actions-clearance-topic = About which topic
actions-clearance-comment = Comment
actions-clearance-name = Your name
actions-clearance-send = Send the comment
actions-clearance-done-comment = Thank you. Your comment was sent to those who draft.
actions-clearance-error-name = Enter your name
actions-clearance-error-comment = Enter a comment

actions-clearance-changes = What changed
actions-clearance-changes-legend = Struck out: what went. Underlined: what came.
actions-clearance-sign-title = Sign and send in one go
actions-clearance-sign-lead = Your local government has no signature of the declaration, or has withdrawn it. An action is published only with one. Sign now; you come back here to send. You can also send first and sign later.
actions-clearance-sign = Sign the declaration, then send
actions-clearance-refused-ended = You do not act for this local government any more, so you can no longer read or change what you began for it. Nothing is lost: the draft stays with the government, and whoever acts for it goes on. If you should act for it again, ask for it under “My governments”.
actions-clearance-closed = This action has been sent or closed, so its answers cannot be changed now. What was typed on the page before is in the version that was sent.
