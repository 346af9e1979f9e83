// Pictures of the pages that most people open, kept in docs/shots and looked at by eye. Run by hand: see README.md.
// `node snapshots.mjs` says how much of each page looks another than the picture that is kept, and lays what differs into
// `shots/`; `node snapshots.mjs keep` keeps what is seen now.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open } from './harness.mjs';

const KEPT = fileURLToPath(new URL('../docs/shots', import.meta.url));
const SEEN = fileURLToPath(new URL('shots', import.meta.url));
/** Each page is seen once on a phone and once on a desk in each of two languages, half of them in the dark. */
const WAYS = [
  { view: 'phone', language: 'fr', colorScheme: 'light', scale: 0.8 },
  { view: 'phone', language: 'ar', colorScheme: 'dark', scale: 0.8 },
  { view: 'desk', language: 'ar', colorScheme: 'light', scale: 0.5 },
  { view: 'desk', language: 'fr', colorScheme: 'dark', scale: 0.5 },
];
/** What is seen of a page, from its top. */
const HEIGHT = 1600;
/** The share of points that may differ before somebody has to look: the day and its figures change. */
const MOST = 0.5;

async function first(address, path, pattern) {
  return (await (await fetch(`${address}${path}`)).text()).match(pattern)[1];
}

async function pages(address) {
  return {
    home: '/',
    list: '/actions?gcm=15',
    action: await first(address, '/en/actions?q=Kampala+Nairobi', /href="\/en(\/actions\/L[AG]-[^"?]+)"/),
    country: '/countries/KE',
    figures: '/figures',
    map: '/map',
  };
}

/** Runs in a page: a picture made smaller and packed, and the share of its points that differ from the one kept. */
async function packed({ picture, kept, scale }) {
  const read = async (type, text) => {
    const image = new Image();
    image.src = `data:image/${type};base64,${text}`;
    await image.decode();
    return image;
  };
  const image = await read('png', picture);
  const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  brush.imageSmoothingQuality = 'high';
  const points = (one) => {
    brush.clearRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(one, 0, 0, canvas.width, canvas.height);
    return brush.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const now = points(image);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.5 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let differs = 100;
  const before = kept && await read('webp', kept);
  if (before && before.width === canvas.width && before.height === canvas.height) {
    const then = points(before);
    let count = 0;
    for (let at = 0; at < now.length; at += 4) {
      const far = Math.abs(now[at] - then[at]) + Math.abs(now[at + 1] - then[at + 1]) + Math.abs(now[at + 2] - then[at + 2]);
      if (far > 180) count += 1;
    }
    differs = count * 400 / now.length;
  }
  return { bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), differs };
}

async function shoot(page, path) {
  await page.goto(path, { waitUntil: 'networkidle' });
  const own = page.viewportSize();
  const height = Math.min(HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.setViewportSize({ ...own, height });
  const picture = await page.screenshot();
  await page.setViewportSize(own);
  return picture.toString('base64');
}

const keep = process.argv[2] === 'keep';
const house = await open();
let whole = 0;
try {
  await mkdir(keep ? KEPT : SEEN, { recursive: true });
  const all = await pages(house.address);
  for (const { view, language, colorScheme, scale } of WAYS) {
    await house.visit({ view, language, colours: { colorScheme } }, async (page) => {
      for (const [name, path] of Object.entries(all)) {
        const file = `${name}-${view}-${language}-${colorScheme}.webp`;
        const picture = await shoot(page, `/${language}${path}`);
        const kept = await readFile(join(KEPT, file), 'base64').catch(() => '');
        await page.goto('about:blank');
        const { bytes, differs } = await page.evaluate(packed, { picture, kept, scale });
        if (keep || differs > MOST) await writeFile(join(keep ? KEPT : SEEN, file), Buffer.from(bytes, 'base64'));
        whole += bytes.length * 3 / 4;
        console.log(`${differs > MOST ? 'look at' : 'as kept'} ${differs.toFixed(2).padStart(6)} %  ${file}`);
      }
    });
  }
} finally {
  await house.close();
}
console.log(`${Math.round(whole / 1000)} kB in all; ${keep ? `kept in ${KEPT}` : `what differs lies in ${SEEN}`}`);
