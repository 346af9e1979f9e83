// Beside the officer's story: what the desk enters on behalf of a government, who governs, and what stands before signing.
import assert from 'node:assert/strict';
import { drafts } from './officer-chapters.mjs';
import { PAPER } from './officer-people.mjs';

const file = (name) => ({ name, mimeType: 'application/pdf', buffer: PAPER });
const OFFICE = 'cabinet@fontclaire.example';

/** The desk enters an action from a letter; the government's office confirms it with a code. Then a signature on paper. */
export async function entersOnBehalf(desk, cast) {
  const { telling } = desk;
  const reference = await referenceOf(desk, 'Fontclaire');
  await desk.go('/desk/on-behalf');
  await desk.refused('actions-behalf-enter-button');
  await desk.fill({
    'actions-behalf-government': reference,
    'actions-behalf-from-letter': true,
    'actions-behalf-file': file('lettre.pdf'),
    'actions-behalf-address': OFFICE,
    'Français': true,
  });
  await desk.date('actions-behalf-dated', 2026, 5);
  await desk.press('actions-behalf-enter-button');
  const entered = desk.path;
  const tasks = `/my/actions/${entered.split('/').at(-1)}`;
  await drafts(desk, { ...cast, officer: OFFICE }, tasks);
  await desk.go(entered);
  await desk.press('actions-behalf-ask');
  await telling.person('fr', async (office) => {
    await office.openFromMail(OFFICE, '/confirm-action/');
    await office.press('actions-partners-code-send');
    await office.refused('actions-behalf-yes');
    await office.fill({ 'people-code-label': await office.code(OFFICE) });
    await office.press('actions-behalf-yes');
  });
  await desk.go('/desk/paper');
  await desk.go(`/desk/paper?q=${encodeURIComponent('Kestrel')}`);
  await desk.go(`/desk/governments/${await referenceOf(desk, 'Kestrel')}/sign`);
  await desk.refused('declarations-sign-continue');
  for (const path of ['/desk/people', '/desk/journal', '/desk/health', '/desk/governments/merge', `/desk/governments/${reference}`]) {
    await desk.go(path);
  }
}

async function referenceOf(person, name) {
  await person.go(`/governments?q=${encodeURIComponent(name)}`, { look: false });
  const link = person.page.getByRole('main').getByRole('link', { name }).first();
  return (await link.getAttribute('href')).match(/LG-\d+/)[0];
}

/** The officer names who governs now, with a quotation. */
export async function namesLeaders(officer) {
  await officer.go(`/my/governments/${await referenceOf(officer, 'Brévannes')}/leaders`);
  await officer.refused('declarations-leaders-save');
  await officer.fill({
    'declarations-leaders-name': 'Claude Exemple',
    'declarations-leaders-function': 'Maire',
    'declarations-leaders-quote': 'On n’est chez soi que là où l’on est attendu.',
    'declarations-leaders-language': 'français',
  });
  for (const box of await officer.page.getByRole('checkbox').all()) await box.check();
  await officer.press('declarations-leaders-save');
  assert.ok((await officer.says()).includes('Claude Exemple'));
  await officer.follow('Claude Exemple');
}

/** What anybody may read before signing, and every question that will be asked. */
export async function readsBeforeSigning(telling) {
  await telling.person('fr', async (reader) => {
    await reader.go('/declarations', { look: false });
    const link = reader.page.locator('main a[href*="/declarations/"]').first();
    await reader.page.goto(`${(await link.getAttribute('href')).match(/^\/fr\/declarations\/[^/]+/)[0]}/before`);
    await reader.look();
    await reader.go('/questions');
  });
}
