// Every public page of the demonstration: languages, sizes, colours, markup, keyboard and weight.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { LANGUAGES, open } from './harness.mjs';
import { vnu } from './inspect.mjs';
import { leavesMenu, mapWithoutScript, reachesFacets, worksMap } from './pages-keyboard.mjs';

const STATUS = { nowhere: 404, lost: 404, gone: 410 };
const EXPECTED = [/status of 4(04|10)/];

let house;
let addresses;
const markup = {};
before(async () => {
  house = await open();
  addresses = await gather();
});
after(async () => { await house?.close(); });

async function html(path) {
  return (await fetch(`${house.address}${path}`)).text();
}

/** The first address on a page that a pattern finds, without its language. */
async function first(path, pattern) {
  const found = (await html(path)).match(pattern);
  assert.ok(found, `${path} has no link like ${pattern}`);
  return found[1].replaceAll('&amp;', '&');
}

/** Where each kind of page stands in this demonstration. */
async function gather() {
  const action = /href="\/en(\/actions\/L[AG]-[^"?]+)"/;
  const declaration = await first('/en/declarations', /href="\/en(\/declarations\/[^"/?]+)"/);
  const one = await first('/en/actions', action);
  const city = await first('/en/governments', /href="\/en(\/governments\/LG-[^"?]+)"/);
  return {
    home: '/',
    actions: '/actions',
    chosen: await chosen(),
    nothing: '/actions?q=zzqqxxjj',
    action: one,
    joint: await first('/en/actions?q=Kampala+Nairobi', action),
    untitled: await first('/en/actions?per=100', /href="\/en(\/actions\/[^"?]+)"><?[^<]*>?Action of /),
    governments: '/governments',
    government: city,
    countries: '/countries',
    country: await first('/en/countries', /href="\/en(\/countries\/[A-Za-z]{2,3})"/),
    objectives: '/objectives',
    objective: '/objectives/gcm/15',
    map: '/map',
    search: '/search',
    'search-found': '/search?q=Kampala',
    'search-meant': '/search?q=kampla',
    'search-nothing': '/search?q=zzqqxxjj',
    'search-help': '/search/help',
    data: '/data',
    figures: '/figures',
    figure: '/figures/signatures',
    regions: '/regions',
    region: await first('/en/regions', /href="\/en(\/regions\/[^"?]+)"/),
    networks: '/networks',
    cohorts: '/cohorts',
    'history-of-action': `${one.match(/^\/actions\/[^/]+/)[0]}/history`,
    'history-of-government': `${city.match(/^\/governments\/[^/]+/)[0]}/history`,
    cohort: await first('/en/cohorts', /href="\/en(\/cohorts\/[^"?\/]+)"/),
    'history-of-cohort': `${await first('/en/cohorts', /href="\/en(\/cohorts\/[^"?\/]+)"/)}/history`,
    'history-of-page': '/privacy/history',
    'history-of-declaration': `${declaration}/history`,
    'figure-of-a-day-before': '/figures/years?as-of=2001-01-01',
    'embedded-action': `/embed${one.match(/^\/actions\/[^/]+/)[0]}`,
    'embedded-figure': '/embed/figures/signatures',
    declarations: '/declarations',
    before: `${declaration}/before`,
    declaration,
    certificate: await first(`/en${declaration}`, /href="\/en(\/declarations\/[^"/]+\/signatures\/[^"]+)"/),
    about: '/about',
    privacy: '/privacy',
    'accessibility-page': '/accessibility',
    contact: '/contact',
    licence: '/licence',
    imprint: '/imprint',
    questions: '/questions',
    'sign-in': '/sign-in',
    nowhere: '/no-such-page',
    lost: '/projects/kampala',
    gone: await gone(),
  };
}

/** The list with one facet of each of the first two groups. */
async function chosen() {
  const boxes = [...(await html('/en/actions')).matchAll(/type="checkbox" name="([^"]+)" value="([^"]+)"/g)];
  const groups = new Map(boxes.reverse().map(([, name, value]) => [name, value]));
  const two = [...groups].reverse().slice(0, 2);
  assert.equal(two.length, 2, 'the list has two groups of facets');
  return `/actions?${new URLSearchParams(two)}`;
}

/** A record of the demonstration that was withdrawn. */
async function gone() {
  const year = new Date().getFullYear();
  for (let n = 1; n < 80; n += 1) {
    const path = `/actions/LA-${year}-${String(n).padStart(5, '0')}`;
    if ((await fetch(`${house.address}/en${path}`)).status === 410) return path;
  }
  assert.fail('the demonstration shows no withdrawn action');
}

for (const [number, [language, direction]] of Object.entries(LANGUAGES).entries()) {
  test(`every public page in ${language}: language, direction, two phones or a desk, axe`, async () => {
    const wrong = [];
    for (const [turn, view] of ['phone', 'desk'].entries()) {
      await house.visit({ view, language, expected: EXPECTED }, async (page) => {
        for (const [place, [name, path]] of Object.entries(addresses).entries()) {
          if ((place + number) % 2 !== turn) continue;
          const answer = await page.goto(`/${language}${path}`);
          const root = page.locator('html');
          const said = [answer.status(), await root.getAttribute('lang'), await root.getAttribute('dir')];
          if (said.join() !== [STATUS[name] ?? 200, language, direction].join()) wrong.push(`${name}: ${said}`);
          markup[`${language} ${name}`] = await html(`/${language}${path}`);
          // Markup differs little between languages: axe looks at one of each direction.
          await house.look(page, wrong, { axe: ['en', 'ar'].includes(language) });
        }
      });
    }
    assert.deepEqual(wrong, []);
  });
}

test('every public page in four languages is valid HTML', async () => {
  assert.ok(Object.keys(markup).length > 0, 'the pages were read');
  assert.deepEqual(await vnu(markup), []);
});

for (const [wish, colours] of [['dark', { colorScheme: 'dark' }], ['forced colours', { forcedColors: 'active' }]]) {
  test(`the pages that matter most, ${wish}`, async () => {
    const wrong = [];
    for (const name of ['home', 'chosen', 'action', 'government', 'declaration', 'map', 'search-found', 'lost', 'gone']) {
      await house.visit({ colours, expected: EXPECTED }, async (page) => {
        await page.goto(`/en${addresses[name]}`);
        wrong.push(...(await house.axe(page)).map((one) => `${name}: ${one}`));
      });
    }
    assert.deepEqual(wrong, []);
  });
}

test('no figure has to be moved sideways on a phone', async () => {
  const wide = [];
  for (const language of Object.keys(LANGUAGES)) {
    await house.visit({ view: 'phone', language }, async (page) => {
      for (const path of ['/figures', '/figures/reach']) {
        await page.goto(`/${language}${path}`);
        const moved = page.locator('.scroll');
        const wider = await moved.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
        if (wider > 0) wide.push(`/${language}${path}: ${wider}`);
      }
    });
  }
  assert.deepEqual(wide, []);
});

for (const language of ['en', 'ar']) {
  test(`the keyboard reaches search, facets and the first result, and works the map, in ${language}`, async () => {
    await house.visit({ language }, async (page) => {
      await reachesFacets(page, language);
      await worksMap(page, language);
    });
  });

  test(`the menu of a phone is left by keyboard, in ${language}`, async () => {
    await house.visit({ language, view: 'phone' }, (page) => leavesMenu(page, language));
  });

  test(`the map and its facets without script on a phone, in ${language}`, async () => {
    await house.visit({ language, script: false, view: 'phone' }, (page) => mapWithoutScript(page, language));
  });
}

/** How many bytes an address costs over the wire, headers aside. */
function weight(path) {
  return new Promise((resolve, reject) => {
    get(`${house.address}${path}`, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

test('home weighs at most 60 kB at first view, with styles, script and font', async () => {
  await house.visit({ view: 'phone' }, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/en/', { waitUntil: 'networkidle' });
    const parts = asked.filter((url) => !url.startsWith('data:') && !url.includes('world.svg'));
    let whole = 0;
    for (const url of new Set(parts)) whole += await weight(url.replace(house.address, '').split('#')[0]);
    assert.ok(whole <= 60_000, `${whole} bytes in ${parts.length} parts: ${parts.join(' ')}`);
  });
});

test('a list of 25 weighs at most 14 kB of compressed HTML', async () => {
  for (const language of Object.keys(LANGUAGES)) {
    const bytes = await weight(`/${language}/actions`);
    assert.ok(bytes <= 14_000, `${bytes} bytes in ${language}`);
  }
});
