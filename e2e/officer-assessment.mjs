// The chapters of the officer's story in which others judge: two assessors, the desk, the editor, the public.
import assert from 'node:assert/strict';

/** The desk asks two people; one declares a tie, which the desk accepts with a reason. Neither sees the other's marks. */
export async function isAssessed(desk, cast) {
  const { telling } = desk;
  const { secret } = cast.written;
  await desk.take(cast.city, cast.title);
  await desk.follow('actions-desk-assess');
  await desk.refused('assessment-assign-button');
  for (const name of cast.called) await desk.page.getByLabel(name).check();
  await desk.press('assessment-assign-button');
  const there = desk.path;
  await telling.member(cast.language, cast.assessors[0], async (one) => {
    await telling.member(cast.second, cast.assessors[1], async (two) => {
      await ties(one, 'assessment-interest-none', cast);
      await ties(two, 'assessment-interest-country', cast);
      assert.ok(!(await two.says()).includes(cast.title), 'who declared a tie reads nothing before the desk accepts');
      await desk.go(there);
      await desk.refused('assessment-accept-button');
      await desk.fill({ 'assessment-accept-reason': cast.written.tie });
      await desk.press('assessment-accept-button');
      await marks(one, 3, secret);
      await two.page.reload();
      await two.look();
      assert.ok(!(await two.says()).includes(secret), 'marks are unseen until all are in');
      await desk.go(there);
      assert.ok(!(await desk.says()).includes(secret), 'by the desk as well');
      await marks(two, 2, '');
      assert.ok((await two.says()).includes(secret), 'then the panel sees them');
    });
  });
  return there;
}

async function ties(one, interest, cast) {
  await one.go('/assess');
  const row = one.page.getByRole('row').filter({ hasText: cast.city });
  await row.getByRole('link').first().click();
  await one.page.waitForLoadState();
  await one.refused('assessment-ties-button');
  await one.fill({ [interest]: true });
  await one.press('assessment-ties-button');
}

async function marks(one, score, toCity) {
  await one.refused('assessment-hand-in');
  for (const criterion of await one.page.locator('#acts').getByRole('group').all()) {
    await criterion.getByRole('radio').nth(score).check();
  }
  await one.fill({ 'assessment-to-city': toCity });
  await one.press('assessment-hand-in');
}

/** The desk decides upon the marks, with words for the city. */
export async function isDecided(desk, cast, there) {
  await desk.go(there);
  await desk.fill({ 'assessment-decide-reasons': cast.written.decision });
  await desk.press('assessment-decide-publish');
}

/** An editor writes the summary. */
export async function isSummarised(telling, cast) {
  await telling.member(cast.language, cast.editor, async (editor) => {
    await editor.go('/edit');
    await editor.follow(cast.title);
    await editor.refused('assessment-summary-button');
    await editor.page.locator(`input[name=original][value=${cast.language}]`).check();
    await editor.page.locator(`[name="text-${cast.language}"]`).fill(cast.written.summary);
    await editor.press('assessment-summary-button');
  });
}

/** How many published actions and governments the front page counts. */
export async function counts(telling, cast) {
  return telling.person(cast.language, async (one) => {
    await one.go('/', { look: false });
    const figures = await one.page.locator('dl.counts > div').evaluateAll((all) => all.map((figure) => [
      figure.querySelector('dt').innerText.trim(), Number(figure.querySelector('dd').innerText.replace(/\D/g, '')),
    ]));
    const known = new Map(figures);
    return ['register-figure-published', 'register-figure-governments'].map((key) => known.get(one.t(key)));
  });
}

/** The action is on its own page with who confirmed, on both cities' pages, found once, and counted once. */
export async function standsInPublic(telling, cast, reference) {
  return telling.person(cast.language, async (reader) => {
    await reader.go(`/actions/${reference}`);
    const action = await reader.says();
    for (const words of [cast.title, cast.city, cast.partner.name, cast.agency.name, cast.written.summary]) {
      assert.ok(action.includes(words), `${reader.page.url()} says ${words}`);
    }
    assert.ok(!action.includes(cast.written.secret), 'what assessors say to the city is not public');
    const address = reader.path;
    for (const name of [cast.city, cast.partner.name]) {
      await reader.page.goto(`/${cast.language}${address}`);
      await reader.follow(name);
      assert.match(reader.path, /^\/governments\//);
      const row = reader.page.locator('main li h3').getByRole('link', { name: cast.title });
      assert.equal(await row.count(), 1, `${name} shows it once`);
    }
    await reader.go(`/actions?q=${encodeURIComponent(cast.title)}`, { look: false });
    assert.equal(await reader.page.locator(`main li h3 a[href*="${reference}"]`).count(), 1, 'it is found once');
    return address;
  });
}

/** The officer leaves; a colleague takes over with one button, and finds everything where it was. */
export async function isHandedOver(officer, cast, { tasks, draft, address }) {
  const { telling } = officer;
  const seen = await publicWords(telling, cast, address);
  await officer.go('/my');
  await officer.follow(new RegExp(officer.t('governments-my-leave')));
  await officer.refused('governments-hand-button');
  await officer.fill({ 'governments-hand-address': cast.colleague });
  await officer.press('governments-hand-button');
  await telling.person(cast.language, async (colleague) => {
    await colleague.openFromMail(cast.colleague, '/my/hand-overs/', { look: false });
    if (colleague.path.startsWith('/sign-in')) await colleague.logInHere(cast.colleague);
    assert.match(colleague.path, /^\/my\/hand-overs\//, 'one comes back to the hand-over');
    await colleague.look();
    await colleague.fill({ 'governments-ask-function': cast.written.colleague });
    await colleague.press('governments-take-button');
    assert.ok((await colleague.says()).includes(cast.city));
    await colleague.go('/my/actions');
    await colleague.follow(cast.later);
    assert.equal(colleague.path, draft);
    await colleague.go(`${draft}/title`, { look: false });
    assert.equal(await colleague.page.getByLabel(colleague.t('actions-title'), { exact: true }).inputValue(), cast.later);
    await colleague.go(tasks);
    assert.ok((await colleague.says()).includes(colleague.t('actions-state-published')), 'the history is there');
  });
  assert.equal(await publicWords(telling, cast, address), seen, 'the public page has not changed');
  assert.equal((await officer.go(draft)).status(), 403, 'who has left reads no draft any more');
}

function publicWords(telling, cast, address) {
  return telling.person(cast.language, async (reader) => {
    await reader.go(address, { look: false });
    return reader.says();
  });
}
