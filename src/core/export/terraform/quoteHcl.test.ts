import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOSTILE_NAMES } from '../testing/exampleDesigns.ts'
import { readModules } from '../testing/readModule.ts'
import { quoteHcl } from './quoteHcl.ts'

const mark = '$'

test.each([
  ['plain', '"plain"'],
  ['a "b" \\ c\n', '"a \\"b\\" \\\\ c\\n"'],
  [`${mark}{x} %{if}`, `"${mark}${mark}{x} %%{if}"`],
  [`${mark}${mark}{x}`, `"\\u0024${mark}${mark}{x}"`],
  ['$x % y {', '"$x % y {"'],
  ['\u0007\u202e\ud800', '"\\u0007\\u202e\ufffd"'],
  ['🚀 日本語', '"🚀 日本語"'],
])('%j is written %s', (text, written) => {
  expect(quoteHcl(text)).toBe(written)
})

test('a text stays one text, whatever is in it', async () => {
  const marked = fc.stringMatching(/^([$%{}"\\~\n#a]|<<EOT|\/\*){0,12}$/)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), marked), { minLength: 20, maxLength: 60 }),
      async (texts) => {
        const all = [...HOSTILE_NAMES, ...texts]
        const text = all.map((one, index) => `output "t${index}" {\n  value = ${quoteHcl(one)}\n}\n`).join('')
        const [module] = await readModules([{ path: 'outputs.tf', text, executable: false }])
        expect(Object.keys(module!.outputs)).toHaveLength(all.length)
        for (const [body] of Object.values(module!.outputs)) expect(Object.keys(body!)).toEqual(['value'])
        // Nothing is left that HCL would take for an expression
        expect(`${text}`.replaceAll('$${', '').replaceAll('%%{', '')).not.toMatch(/[$%]\{/)
      },
    ),
    { numRuns: 15 },
  )
})
