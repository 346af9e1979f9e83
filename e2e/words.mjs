// The words of the interface, read from locales/: a spec names a message, so that a better wording breaks no story.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../locales/', import.meta.url));

/**
 * The messages of a language as `(key) → text`. Only what stands on one line and takes no arguments;
 * of a message that takes some, `beginning(key)` is what stands before the first, and `pattern(key, values)` finds it
 * with these values, and with anything for those that are not given.
 */
export function words(language) {
  const known = new Map();
  for (const file of readdirSync(`${folder}${language}`)) {
    for (const line of readFileSync(`${folder}${language}/${file}`, 'utf8').split('\n')) {
      const found = line.match(/^([a-z][\w-]*) = (.+)$/);
      if (found) known.set(found[1], found[2].trim());
    }
  }
  const found = (key) => {
    const text = known.get(key);
    assert.ok(text, `there is no message ${key} in locales/${language}`);
    return text;
  };
  const whole = (key) => {
    const text = found(key);
    assert.ok(!text.includes('{'), `the message ${key} takes arguments: find the place another way`);
    return text;
  };
  whole.pattern = (key, values = {}) => new RegExp(found(key).split(/\{ \$(\w+) \}/)
    .map((part, n) => (n % 2 === 0 ? escaped(part) : values[part] ? escaped(values[part]) : '.*')).join(''));
  whole.beginning = (key) => found(key).split('{')[0].trim();
  return whole;
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
