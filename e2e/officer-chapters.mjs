// The chapters of the officer's story, from a city that nobody knows to a colleague who takes over.
import assert from 'node:assert/strict';
import { PAPER } from './officer-people.mjs';

const file = (name) => ({ name, mimeType: 'application/pdf', buffer: PAPER });

/** Somebody registers: asks for a code to an address and logs in with it. */
export async function registers(one, address) {
  await one.go('/sign-in');
  await one.refused('people-sign-in-button');
  await one.fill({ 'people-sign-in-address': address });
  await one.press('people-sign-in-button');
  await one.refused('people-code-button');
  await one.fill({ 'people-code-label': await one.code(address) });
  await one.press('people-code-button');
}

/** The menu of a phone's header, opened: its links are there, and the page is judged with it. */
export async function opensMenu(one) {
  await one.page.locator('header summary').click();
  assert.ok(await one.page.getByRole('navigation', { name: one.t('look-nav') }).getByRole('link').last().isVisible());
  await one.look();
  await one.page.locator('header summary').click();
}

/** Somebody logs out: what was open to them asks who they are. */
export async function logsOut(one) {
  await one.go('/me');
  await one.press('people-sign-out');
  assert.ok((await one.says()).includes(one.t('people-signed-out')), `${one.page.url()} says that one has logged out`);
  await one.go('/my', { look: false });
  assert.equal(one.path, '/sign-in', 'what was one’s own is closed');
}

/** An officer proposes the city and asks to act for it. */
export async function asks(officer, cast) {
  await officer.go('/my/governments/ask');
  await officer.fill({ 'governments-choose-q': cast.city });
  await officer.press('governments-choose-button');
  await officer.follow('governments-choose-other');
  await officer.refused('governments-ask-button');
  await officer.fill({
    'governments-ask-name': cast.city,
    'governments-ask-language': cast.written.named,
    'governments-ask-country': cast.country,
    'governments-ask-function': cast.written.function,
  });
  await officer.page.locator('input[name=tier]').first().check();
  await officer.press('governments-ask-button');
  assert.equal(officer.path, '/my');
}

const TOPICS = [
  ['title', (cast) => ({ 'actions-title': cast.title, 'actions-language': cast.written.named })],
  ['sentence', (cast) => ({ 'actions-sentence': cast.written.sentence })],
  ['description', (cast) => ({ 'actions-description': `${cast.written.sentence} `.repeat(5) })],
  ['for-whom', () => ({ 'actions-for-migrants': true, 'actions-for-refugees': true })],
  ['where', (cast) => ({ 'actions-places-other': cast.city })],
  ['when', () => ({ 'actions-nature-pledge': true, 'actions-status-in_progress': true })],
  ['priority', () => ({})],
  ['contact', (cast) => ({ 'actions-contact-name': cast.written.contact, 'actions-contact-address': cast.officer })],
];

/** Begins an action. Gives the path of its tasks. */
export async function begins(officer, cast) {
  await officer.go('/my/actions/new');
  const ours = officer.page.getByRole('radio', { name: new RegExp(cast.city) });
  if (await ours.count() > 0) await ours.check();
  await officer.press('actions-new-button');
  return officer.path;
}

/** Begins another action and gives it no more than a title. */
export async function beginsAnother(officer, cast) {
  await officer.go('/my/actions/new', { look: false });
  const ours = officer.page.getByRole('radio', { name: new RegExp(cast.city) });
  if (await ours.count() > 0) await ours.check();
  await officer.press('actions-new-button', { look: false });
  const { path } = officer;
  await officer.go(`${path}/title`, { look: false });
  await officer.fill({ 'actions-title': cast.later, 'actions-language': cast.written.named });
  await officer.press('actions-continue', { look: false });
  return path;
}

/** Answers the eight topics, one page after the other. */
export async function drafts(officer, cast, tasks) {
  await officer.go(`${tasks}/title`);
  for (const [topic, answers] of TOPICS) {
    assert.equal(officer.path, `${tasks}/${topic}`);
    if (topic === 'contact') {
      await officer.fill({ 'actions-contact-address': cast.written.nobody ?? 'nobody at all' });
      await officer.refused('actions-continue');
    }
    await officer.fill(answers(cast));
    if (topic === 'when') {
      await officer.date('actions-start', 2026, 5);
      await officer.date('actions-end', 2027);
    }
    if (topic === 'priority') {
      await officer.page.getByRole('group', { name: officer.t('actions-priority') }).getByRole('checkbox').first().check();
    }
    await officer.press('actions-continue');
    if (officer.path === `${tasks}/${topic}`) await officer.press('actions-continue');
  }
  await officer.go(tasks);
}

/** Names the partner city and a body with an address; nobody is asked before the mandate is confirmed. */
export async function namesPartners(officer, cast, tasks) {
  await officer.go(`${tasks}/partners`);
  await officer.refused('actions-partners-name-body');
  await officer.fill({ 'actions-partners-q': cast.partner.name });
  await officer.press('actions-partners-find');
  await officer.page.getByRole('radio', { name: new RegExp(cast.partner.name) }).first().check();
  await officer.press('actions-partners-name-government');
  await officer.fill({
    'actions-partners-kind-un-agency': true,
    'actions-partners-name': cast.agency.name,
    'actions-partners-language': cast.written.named,
    'actions-partners-address': cast.agency.address,
  });
  await officer.press('actions-partners-name-body');
  assert.ok((await officer.says()).includes(officer.t('actions-partners-mandate')), 'nobody is asked without a mandate');
}

/** The draft is printed, read by a link and commented on; what the reader says changes nothing. */
export async function clears(officer, cast, tasks) {
  const { telling } = officer;
  const { sentence, comment, commented, reader: name } = cast.written;
  await officer.go(`${tasks}/print`);
  assert.ok((await officer.says()).includes(officer.t.beginning('actions-clearance-mark')), 'it says draft, not sent');
  await officer.page.emulateMedia({ media: 'print' });
  assert.ok(await officer.page.getByText(sentence).first().isVisible(), 'what is printed holds the answers');
  await officer.page.emulateMedia({ media: null });
  await officer.go(`${tasks}/clearance`);
  await officer.press('actions-clearance-make');
  const link = new URL(await officer.page.locator('#link').innerText()).pathname;
  await telling.person(cast.language, async (reader) => {
    await reader.page.goto(link);
    await reader.look();
    await reader.refused('actions-clearance-send');
    await reader.fill({
      'actions-clearance-topic': reader.t('actions-topic-sentence'),
      'actions-clearance-comment': comment,
      'actions-clearance-name': name,
    });
    await reader.press('actions-clearance-send');
    await officer.go(`${tasks}/clearance`);
    assert.match(await officer.says(), commented);
    await officer.pressFor('actions-clearance-dealt');
    await officer.go(`${tasks}/sentence`, { look: false });
    assert.equal(await officer.page.getByLabel(officer.t('actions-sentence'), { exact: true }).inputValue(), sentence);
    await officer.go(`${tasks}/clearance`, { look: false });
    await officer.pressFor('actions-clearance-revoke');
    assert.equal((await reader.page.goto(link)).status(), 410, 'a link that was taken back opens nothing');
    await reader.look();
  });
}

/** The mayor signs on paper; the officer sends a photo of it. */
export async function signsOnPaper(officer, cast) {
  await opensSigning(officer, cast);
  await officer.refused('declarations-sign-continue');
  await signer(officer, cast);
  await officer.fill({
    'declarations-way-paper': true,
    'declarations-sign-file': file('signature.pdf'),
    'declarations-evidence-signed_document': true,
  });
  await officer.date('declarations-sign-date', 2026, 11, 2);
  await officer.press('declarations-sign-continue');
  await officer.refused('declarations-check-send');
  await officer.page.getByRole('checkbox').check();
  await officer.press('declarations-check-send');
}

/** The mayor signs without an account, with a code to the office's address. */
export async function signsByCode(officer, cast) {
  await opensSigning(officer, cast);
  await signer(officer, cast);
  await officer.fill({ 'declarations-way-code': true, 'declarations-sign-office': cast.office });
  await officer.press('declarations-sign-continue');
  await officer.page.getByRole('checkbox').check();
  await officer.press('declarations-check-ask');
  await officer.telling.person(cast.language, async (mayor) => {
    await mayor.openFromMail(cast.office, '/sign-for/');
    await mayor.press('declarations-for-send-code');
    await mayor.refused('declarations-for-sign-button');
    await mayor.fill({ 'people-code-label': await mayor.code(cast.office) });
    for (const box of await mayor.page.getByRole('checkbox').all()) await box.check();
    await mayor.press('declarations-for-sign-button');
  });
}

async function opensSigning(officer) {
  await officer.go('/my');
  await officer.follow(new RegExp(officer.t('governments-my-sign')));
}

async function signer(officer, cast) {
  await officer.fill({
    'declarations-sign-name': cast.mayor,
    'declarations-sign-function': cast.written.head,
    'declarations-capacity-head': true,
  });
}

/** Both partners are asked and confirm: the city logged in with a code from its mail, the agency without an account. */
export async function partnersConfirm(officer, cast, tasks) {
  const { telling } = officer;
  for (const name of [cast.partner.name, cast.agency.name]) {
    await officer.go(`${tasks}/partners`, { look: false });
    await officer.pressFor('actions-partners-ask', name);
  }
  await telling.person(cast.language, async (agency) => {
    await agency.openFromMail(cast.agency.address, '/partner-for/');
    await agency.press('actions-partners-code-send');
    await agency.refused('actions-partners-confirm');
    await agency.fill({ 'people-code-label': await agency.code(cast.agency.address) });
    await agency.press('actions-partners-confirm');
  });
  await telling.member(cast.partner.language, cast.partner.officer, async (partner) => {
    await partner.go('/my/actions');
    await partner.follow(cast.title);
    await partner.press('actions-partners-confirm');
  });
  await officer.go(`${tasks}/partners`);
  const confirmed = (await officer.says()).split(officer.t.beginning('actions-partners-state-confirmed')).length - 1;
  assert.equal(confirmed, 2, 'both have confirmed');
}

/** Checks the answers, confirms what is asked and sends. Gives the reference. */
export async function sends(officer, tasks) {
  await officer.go(`${tasks}/check`);
  await officer.refused('actions-send');
  for (const box of await officer.page.getByRole('checkbox').all()) await box.check();
  await officer.press('actions-send');
  const reference = (await officer.says()).match(/LA-\d{4}-\d{5}/);
  assert.ok(reference, 'the page after sending shows the reference');
  return reference[0];
}

/** The desk sends it back with reasons. */
export async function isReturned(desk, cast) {
  await desk.take(cast.city, cast.title);
  await desk.refused('actions-desk-return');
  await desk.fill({ 'actions-desk-reasons': cast.written.return });
  await desk.press('actions-desk-return');
}

/** The officer reads the reasons, changes the sentence in place, sees the difference and sends again. */
export async function revises(officer, cast, tasks) {
  const { sentence, changed: [before, after], reasons } = cast.written;
  await officer.go(tasks);
  assert.match(await officer.says(), reasons);
  const again = officer.page.getByRole('button', { name: officer.t('actions-revise') });
  if (await again.count() > 0) await officer.press('actions-revise');
  await officer.go(`${tasks}/sentence`, { look: false });
  await officer.fill({ 'actions-sentence': sentence.replace(before, after) });
  await officer.press('actions-continue', { look: false });
  await officer.go(`${tasks}/check`);
  assert.deepEqual(await officer.page.locator('del').allInnerTexts(), [before]);
  assert.deepEqual(await officer.page.locator('ins').allInnerTexts(), [after]);
  return sends(officer, tasks);
}
