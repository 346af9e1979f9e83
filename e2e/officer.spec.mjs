// A whole action, drafted on a phone with a partner abroad, cleared, signed for by the mayor, sent, returned, revised,
// assessed by two, published, counted once; then a colleague takes over and one logs out. Told in French without script
// and on paper, in Arabic with script and by code; then what lies beside it, and the form by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { JOINT } from './casts.mjs';
import { open } from './harness.mjs';
import { Judges } from './judges.mjs';
import { counts, isAssessed, isDecided, isHandedOver, isSummarised, standsInPublic } from './officer-assessment.mjs';
import * as chapters from './officer-chapters.mjs';
import { entersOnBehalf, namesLeaders, readsBeforeSigning } from './officer-desk.mjs';
import { sendsByKeyboard } from './officer-keyboard.mjs';
import { Telling } from './officer-people.mjs';

const DESK = 'secretariat@localaction.example';
const { fr: PAPER, ar: CODE } = JOINT;

let house;
const judges = new Judges(() => house);
before(async () => { house = await open(); });
after(async () => { await house?.close(); });

/** What the thread, the public pages and the story in Arabic show as well is judged there, by axe and in other languages. */
const JUDGED = new RegExp('^/\\w\\w/(my|my/governments/ask(/details)?|my/actions/new|desk|desk/(mandates|signatures|actions)/…'
  + '|(actions|governments)/…|my/actions/…(/(title|sentence|description|for-whom|where|when|priority|contact|sent))?)$');
const elsewhere = (path) => !JUDGED.test(path);

/** The whole story. Gives the addresses that later chapters need. */
async function tell(telling, cast, signs) {
  return telling.member(cast.language, cast.officer, (officer) => telling.member(cast.language, DESK, async (desk) => {
    if (cast.language === 'ar') await chapters.opensMenu(officer);
    await chapters.asks(officer, cast);
    const tasks = await chapters.begins(officer, cast);
    await chapters.drafts(officer, cast, tasks);
    await chapters.namesPartners(officer, cast, tasks);
    await chapters.clears(officer, cast, tasks);
    await desk.take(cast.city, 'desk-waits-mandate');
    await desk.press('governments-desk-confirm-button');
    await signs(officer, cast);
    await desk.take(cast.city, 'desk-waits-signature');
    await desk.press('declarations-desk-verify-button');
    await chapters.partnersConfirm(officer, cast, tasks);
    const before = await counts(telling, cast);
    const reference = await chapters.sends(officer, tasks);
    await chapters.isReturned(desk, cast);
    assert.equal(await chapters.revises(officer, cast, tasks), reference, 'a revision keeps the reference');
    const there = await isAssessed(desk, cast);
    await isDecided(desk, cast, there);
    await isSummarised(telling, cast);
    const address = await standsInPublic(telling, cast, reference);
    const [actions, governments] = await counts(telling, cast);
    assert.deepEqual([actions, governments], [before[0] + 1, before[1]], 'a joint action is counted once');
    const draft = await chapters.beginsAnother(officer, cast);
    await isHandedOver(officer, cast, { tasks, draft, address });
    await chapters.logsOut(officer);
    await chapters.logsOut(desk);
  }));
}

test('in French, without script on a phone: the mayor signs on paper', async () => {
  const look = judges.looking({ wish: 'fr', axe: () => false });
  await tell(new Telling(house, { script: false, view: 'phone' }, look), PAPER, chapters.signsOnPaper);
});

test('in Arabic, with script on a phone: the mayor signs with a code', async () => {
  const look = judges.looking({ wish: 'ar', markup: true, small: true });
  await tell(new Telling(house, { view: 'phone' }, look), CODE, chapters.signsByCode);
});

test('an action entered on behalf of a government, leaders, paper and what stands before signing', async () => {
  const telling = new Telling(house, { script: false, view: 'phone' }, judges.looking({ wish: 'fr', markup: true, axe: elsewhere }));
  await telling.member('fr', DESK, (desk) => entersOnBehalf(desk, { ...PAPER, title: 'D’après une lettre' }));
  await telling.member('fr', 'officer@brevannes.example', (officer) => namesLeaders(officer));
  await readsBeforeSigning(telling);
});

test('the form by keyboard alone', async () => {
  const telling = new Telling(house, { view: 'desk' }, judges.looking({ wish: 'desk', axe: elsewhere }));
  await telling.member('fr', 'officer@brevannes.example', (officer) => sendsByKeyboard(officer));
});

test('the header of everybody fits a small desk', async () => {
  const telling = new Telling(house, { view: 'desk' }, (page) => house.look(page, judges.found, { axe: false }));
  const { assessors: [assessor], editor } = PAPER;
  for (const [who, path] of [[assessor, '/assess'], [editor, '/edit'], [DESK, '/desk'], [PAPER.partner.officer, '/my']]) {
    await telling.member('fr', who, (one) => one.go(path));
  }
});

test('no page of the story scrolls sideways, has a fault for axe, or speaks another language', () => {
  assert.deepEqual(judges.found, []);
  assert.ok(judges.size > 80, `${judges.size} kinds of pages were looked at`);
});

test('every page of the story is valid HTML', async () => {
  assert.ok(Object.keys(judges.pages).length > 60, 'the story was told');
  assert.deepEqual(await judges.markup(), []);
});
