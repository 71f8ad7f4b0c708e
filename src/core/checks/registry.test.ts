import { describe, expect, it } from 'vitest'
import { loadActions, loadCatalogue } from '../aws/index.ts'
import { applyEdits, type Design, parseDesign, serialiseDesign } from '../model/index.ts'
import { compileTopology } from '../topology/index.ts'
import type { Check, Finding } from './check.ts'
import { checks } from './checks.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()
const actions = await loadActions((await loadActions([])).prefixes.keys())
const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const findingsIn = (design: Design, table?: readonly Check[]) =>
  runChecks({ design, topology: compileTopology(design, catalogue), catalogue, actions }, table)

/** A path goes on into a policy, which is a text. */
const valueAt = (holder: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((value, step) => {
    const inside: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return (inside as Record<string | number, unknown> | null | undefined)?.[step]
  }, holder)

describe('the table of checks', () => {
  const modules = import.meta.glob<Record<string, unknown>>('./*-*.ts', { eager: true })

  it('lists every file of the folder, in order', () => {
    expect(Object.keys(modules).length).toBeGreaterThan(20)
    expect(checks.map((check) => `./${check.id}.ts`)).toEqual(Object.keys(modules).toSorted())
  })

  it('has each check under the name that its file exports', () => {
    for (const check of checks) expect(modules[`./${check.id}.ts`]?.[camel(check.id)], check.id).toBe(check)
  })
})

/** Checks whose bad example only its author can mend: which of several ways is meant, no design says. */
const WITHOUT_FIX: ReadonlySet<string> = new Set([
  'block-size',
  'companion-endpoint-missing',
  'container-block-overlaps',
  'endpoint-service-refused',
  'endpoint-used-by-own-name-only',
  'firewall-subnet-shared',
  'forward-rule-without-endpoint',
  'inspection-in-own-subnet',
  'listener-without-targets',
  'not-imported',
  'own-name-for-endpoint',
  'packet-above-endpoint-limit',
  'public-access-blocked',
  'quota-exceeded',
  'resolver-group-lacks-port',
  'service-lacks-zone',
  'service-not-listed',
  'subnet-full',
  'target-group-mismatch',
  'transit-blocks-overlap',
  'unknown-prefix-list',
  'unknown-region',
])

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  /** The bad example and what the check finds in it: anew for each test, so that each judges the check itself. */
  const findBad = () => {
    const bad = check.examples.bad()
    return { bad, findings: findingsIn(bad, [check]) }
  }

  it('says what it is about and where AWS says so', () => {
    expect(check.learnMore).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[^\s?#]+\.html$/)
    expect(check.title).toMatch(/^[A-Z].*[^.]$/)
    expect(check.why).toMatch(/^[A-Z].*\.$/)
  })

  it('objects to its bad example, at a place that is there', () => {
    const { bad, findings } = findBad()
    expect(findings.length).toBeGreaterThan(0)
    expect(new Set(findings.map(keyOf)).size).toBe(findings.length)
    for (const { message, at } of findings) {
      expect(message).toMatch(/^[A-Z0-9].*\.$/)
      expect(message).not.toMatch(/undefined|null|\[object|failed on this design/)
      expect(new Set(at.map((place) => JSON.stringify(place))).size).toBe(at.length)
      for (const { construct, path } of at) {
        const holder = construct === '' ? bad : bad.constructs[construct]
        expect(holder, construct).toBeDefined()
        expect(valueAt(holder, path), `${construct} ${path.join('.')}`).toBeDefined()
      }
    }
  })

  it('does not object to its good example', () => {
    expect(findingsIn(check.examples.good(), [check])).toEqual([])
  })

  it('has examples that are designs: they can be saved and opened', () => {
    for (const design of [check.examples.bad(), check.examples.good()]) {
      const parsed = parseDesign(serialiseDesign(design))
      expect(parsed.ok ? [] : parsed.problems).toEqual([])
    }
  })

  it('offers fixes that remove the finding and bring no new error', () => {
    const { bad, findings } = findBad()
    expect(findings.some(({ fixes }) => fixes.length > 0)).toBe(!WITHOUT_FIX.has(check.id))
    const before = new Set(findingsIn(bad).filter(isError).map(keyOf))
    for (const finding of findings) {
      expect(new Set(finding.fixes.map((fix) => fix.title)).size).toBe(finding.fixes.length)
      for (const fix of finding.fixes) {
        expect(fix.title).toMatch(/^[A-Z].*[^.]$/)
        const after = findingsIn(applyEdits(bad, fix.edits).design)
        expect(after.map(keyOf), fix.title).not.toContain(keyOf(finding))
        expect(
          after.filter(isError).filter((one) => !before.has(keyOf(one))),
          fix.title,
        ).toEqual([])
      }
    }
  })
})

const isError = (finding: Finding) => finding.severity === 'error'
const keyOf = ({ check, at, message }: Finding) => `${check} ${at[0].construct} ${at[0].path.join('.')} ${message}`

describe('runChecks', () => {
  const design = checks[0]!.examples.good()
  const context = { design, topology: compileTopology(design, catalogue), catalogue }
  const fake = (id: string, severity: Check['severity'], find: Check['find']): Check => ({
    ...checks[0]!,
    id,
    severity,
    find,
  })
  const at = (construct: string) => [{ construct, path: [] }] as const

  it('puts errors first, then goes by construct', () => {
    const table = [
      fake('b-check', 'advice', () => [{ at: at('a'), message: 'One.' }]),
      fake('a-check', 'error', () => [
        { at: at('z'), message: 'Two.' },
        { at: at('b'), message: 'Three.' },
      ]),
    ]
    expect(runChecks(context, table).map((one) => one.message)).toEqual(['Three.', 'Two.', 'One.'])
  })

  it('makes a finding of a check that fails, and keeps what it and the others saw', () => {
    const table = [
      fake('broken-check', 'advice', function* () {
        yield { at: at('a'), message: 'Seen.' }
        throw new Error('no such thing')
      }),
      fake('sound-check', 'warning', () => [{ at: at('b'), message: 'Also seen.' }]),
    ]
    const findings = runChecks(context, table)
    expect(findings.map((one) => [one.severity, one.message])).toEqual([
      ['error', 'This check failed on this design: no such thing'],
      ['warning', 'Also seen.'],
      ['advice', 'Seen.'],
    ])
  })
})
