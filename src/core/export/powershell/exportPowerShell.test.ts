import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { exportDesign } from '../index.ts'
import { recordedCall } from '../steps/call.ts'
import { run } from '../steps/line.ts'
import { allExamples } from '../testing/allExamples.ts'
import * as examples from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { parsePowerShell } from '../testing/parsePowerShell.ts'
import { ALL_CMDLETS } from './cmdlets.ts'
import { printStep } from './printStep.ts'

const catalogue = await loadCatalogue()
const filesOf = (design: Design, format: 'powershell' | 'cli' = 'powershell') =>
  exportDesign(design, catalogue, format).files
const scriptsOf = (design: Design) => filesOf(design).filter(({ path }) => path.endsWith('.ps1'))
const designs = [...new Map([...allExamples, ...Object.entries(networks)])]

/** What PowerShell has by itself, and the hand-written cmdlets of DynamoDB and S3 that stand for several operations. */
const GIVEN: ReadonlySet<string> = new Set([
  ...['Add-DDBKeySchema', 'New-DDBTable', 'New-DDBTableSchema'],
  ...['ConvertTo-Json', 'ForEach-Object', 'Get-Date', 'Get-Module', 'Get-Random', 'Import-Module', 'Join-Path'],
  ...['New-Object', 'Read-Host', 'Remove-Item', 'Select-Object', 'Set-StrictMode', 'Split-Path', 'Start-Sleep'],
  ...['Test-Path', 'Where-Object', 'Write-Host', 'Write-Output', 'exit'],
])

test.each([
  ['only-s3', examples.onlyS3],
  ['groups-in-circle', examples.groupsInCircle],
  ['inspection', networks.inspection],
] as const)('the script of %s, without its functions', async (name, design) => {
  const script = scriptsOf(design()).find(({ path }) => path === 'create.ps1')!.text
  await expect(script.slice(script.indexOf('\n$here = ') + 1)).toMatchFileSnapshot(`goldens/${name}.ps1`)
})

describe.each(designs)('%s', (_, make) => {
  const design = make()
  const scripts = scriptsOf(design).map((file) => ({ ...file, parsed: parsePowerShell(file.text) }))

  test('the grammar of PowerShell finds sense in every line', () => {
    expect(scripts.flatMap(({ path, parsed }) => parsed.problems.map((one) => `${path}: ${one}`))).toEqual([])
  })

  test('every command is a function of the script, or a cmdlet that is known', () => {
    const unknown = scripts.flatMap(({ path, parsed }) =>
      parsed.commands
        .map(({ name }) => name)
        .filter((name) => !/^\$/.test(name))
        .filter((name) => !ALL_CMDLETS.has(name) && !GIVEN.has(name) && !parsed.functions.includes(name))
        .map((name) => `${path}: ${name}`),
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  test('it makes what the script of the shell makes, in that order, by the same names and under the same types', () => {
    for (const { path, text } of scripts.filter((one) => one.path.startsWith('create'))) {
      const shell = filesOf(design, 'cli').find((one) => one.path === path.replace('.ps1', '.sh'))!.text
      const recorded = [...text.matchAll(/^ *Record '([\w-]+)' .*? '(\w+)' \S/gm)].map(
        ([, type, name]) => `${type} ${name}`,
      )
      const inShell = [...shell.matchAll(/^ *record ([\w-]+) "?\S+"? (\w+) /gm)].map(
        ([, type, name]) => `${type} ${name}`,
      )
      expect(recorded).toEqual(inShell)
      expect(recorded.length).toBeGreaterThan(0)
    }
  })

  test('the teardown knows every kind of line that the creation records', () => {
    const texts = (start: string) => scripts.filter(({ path }) => path.startsWith(start)).map(({ text }) => text)
    for (const [index, create] of texts('create').entries()) {
      const recorded = new Set([...create.matchAll(/^ *Record '([\w-]+)' /gm)].map((match) => match[1]!))
      const known = new Set([...texts('teardown')[index]!.matchAll(/^ {4}'([\w-]+)' \{/gm)].map((match) => match[1]!))
      recorded.delete('mark') // goes with another one
      expect([...recorded].filter((type) => !known.has(type))).toEqual([])
    }
  })
})

test('a step that has no words yet stops the script, and says so', () => {
  const unknown = recordedCall('ec2 create-moon', {})
  const printed = printStep(null, [run(unknown)])
  expect(printed).toMatch(/^Fail 'This step cannot be said in PowerShell yet\. No cmdlet is known for ec2 create-moon/)
  expect(parsePowerShell(printed)).toMatchObject({ problems: [], commands: [{ name: 'Fail' }] })
})

test('no step of the examples is without words', () => {
  for (const [, make] of designs)
    for (const { text } of scriptsOf(make())) expect(text).not.toContain('cannot be said in PowerShell yet')
})

test('the record, the names and the tokens are those of the scripts for the AWS CLI', () => {
  const [create] = scriptsOf(networks.inspection())
  const shell = filesOf(networks.inspection(), 'cli').find(({ path }) => path === 'create.sh')!.text
  const tokens = (text: string) => [...text.matchAll(/\$token(?:'? \+ ')?-([0-9a-f]{12})/g)].map(([, token]) => token)
  expect(tokens(create!.text.replaceAll("$token + '-", '$token-'))).toEqual(tokens(shell))
  expect(create!.text).toContain(`Join-Path $here ('hopwise-state' + $other + '.txt')`)
  expect(shell).toContain('$here/hopwise-state$other.txt')
})
