import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import { HOSTILE_NAMES, hostileNames, onlyS3 } from '../testing/exampleDesigns.ts'
import { parsePowerShell } from '../testing/parsePowerShell.ts'
import { quotePowerShell } from './quotePowerShell.ts'

const catalogue = await loadCatalogue()
const QUOTES = ["'", '‘', '’', '‚', '‛']
const WILD = [
  ...QUOTES,
  '"',
  '“',
  '`',
  '$',
  '$(',
  ')',
  '{',
  '}',
  ';',
  '\n',
  '\r',
  '\u2028',
  '#',
  '@',
  '-',
  '--%',
  ' ',
  'a',
  '&',
  '|',
  '\0',
]

/** What PowerShell makes of the expression: in single quotes a quote of any kind is doubled, whatever else is a number. */
function read(expression: string): string {
  const piece = /'((?:[^'‘’‚‛]|['‘’‚‛]{2})*)'|\[char\](\d+)/gy
  const inner = expression.startsWith('(') ? expression.slice(1, -1) : expression
  let text = ''
  for (;;) {
    const found = piece.exec(inner)
    if (!found) throw new Error(`no text: ${expression}`)
    text +=
      found[2] === undefined ? found[1]!.replace(/(['‘’‚‛])['‘’‚‛]/g, '$1') : String.fromCharCode(Number(found[2]))
    if (piece.lastIndex === inner.length) return text
    if (!inner.startsWith(' + ', piece.lastIndex)) throw new Error(`no text: ${expression}`)
    piece.lastIndex += 3
  }
}

test('a text is read back letter by letter, on one line, whatever is in it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...WILD)).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (one) => {
      const quoted = quotePowerShell(one)
      expect(read(quoted)).toBe(one)
      expect(quoted).not.toMatch(/[\r\n\u2028\u2029\0]/)
    }),
    { numRuns: 2000 },
  )
})

test('the grammar of PowerShell sees one text, no variable and no command', () => {
  const text = fc.array(fc.constantFrom(...WILD.filter((one) => !'‘’‚‛'.includes(one)))).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (one) => {
      const { problems, commands, variables } = parsePowerShell(`Say ${quotePowerShell(one)}\n`)
      expect([problems, commands.map(({ name }) => name), variables]).toEqual([[], ['Say'], []])
    }),
    { numRuns: 300 },
  )
})

test('whatever a design, its constructs, tags and requests are called, the scripts run the same commands', () => {
  const { constructs, ...design } = onlyS3()
  const commandsOf = (name: string): readonly string[] => {
    const named = Object.values(constructs).map((one) => [one.id, { ...one, name }] as const)
    const request = { from: 'subnet-1', to: name, port: 443, protocol: 'tcp' } as const
    const drawn = {
      ...design,
      title: name,
      deployment: 'wild',
      constructs: Object.fromEntries(named),
      requests: [{ id: name, name, request }],
      deploy: { networkOnly: false, naming: `{name}${name}`, tags: { [name]: name }, existing: {}, environments: [] },
    } as unknown as Design
    return exportDesign(drawn, catalogue, 'powershell')
      .files.filter(({ path }) => path.endsWith('.ps1'))
      .flatMap(({ text }) => {
        const { problems, commands } = parsePowerShell(text)
        expect(problems).toEqual([])
        return commands.map((one) => one.name)
      })
  }
  const plain = commandsOf('plain')
  const wild = fc.array(fc.constantFrom(...WILD), { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
  fc.assert(
    fc.property(wild, (name) => {
      expect(commandsOf(name)).toEqual(plain)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test.each([
  ['names', hostileNames()],
  [
    'keys',
    buildDesign((b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
      b.regionalNatGateway(vpc, { zones: ['$(calc)`n"; calc; "', `x'; calc; '’; calc; ’`] })
    }),
  ],
])('drawn %s run nothing', (_, design) => {
  for (const { path, text } of exportDesign(design, catalogue, 'powershell').files) {
    if (!path.endsWith('.ps1')) continue
    // The grammar knows straight quotes only: doubled typographic ones are letters to it, as they are to PowerShell
    const { problems, commands } = parsePowerShell(text)
    expect(problems).toEqual([])
    expect(commands.map(({ name }) => name).filter((name) => /calc|touch|rm|pwned/.test(name))).toEqual([])
    for (const name of HOSTILE_NAMES.filter((one) => /[$'"`;]/.test(one)))
      for (const line of text.split('\n').filter((one) => one.includes(name) && !/^\uFEFF?\s*#/.test(one)))
        expect(line).toContain(quotePowerShell(name).slice(1, -1))
  }
})
