import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string }>>
}

/** The entries that `npm ci` would take whatever came for, or take from elsewhere than the registry. */
const unsealed = ({ packages }: Lock): string[] =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(
      ([, { integrity = '', resolved = 'https://registry.npmjs.org/' }]) =>
        !/^sha512-[\w+/]{86}==$/.test(integrity) || !resolved.startsWith('https://registry.npmjs.org/'),
    )
    .map(([path]) => path)

test('package-lock.json has a checksum for every package', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Lock
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  expect(unsealed(lock), 'run npm run lock').toEqual([])
})

test('an entry without a checksum, with a weak one, or from elsewhere is found', () => {
  const integrity = `sha512-${'a'.repeat(86)}==`
  const packages = {
    '': {},
    none: {},
    weak: { integrity: `sha1-${'a'.repeat(27)}=` },
    short: { integrity: 'sha512-aa==' },
    elsewhere: { integrity, resolved: 'http://mirror.example/a.tgz' },
    sealed: { integrity },
  }
  expect(unsealed({ packages })).toEqual(['none', 'weak', 'short', 'elsewhere'])
})
