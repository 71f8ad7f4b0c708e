import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadCatalogue } from '../core/aws/index.ts'
import { deploymentOf, exportDesign } from '../core/export/index.ts'
import { type Design, parseDesign, serialiseDesign } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import type { Command } from './command.ts'
import { importCommand } from './commands/import.ts'
import { reviseCommand } from './commands/revise.ts'

const TEMPLATE = `Parameters:
  Block: {Type: String, Default: 10.0.1.0/24}
Resources:
  Net:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16} # kept
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Net, CidrBlock: !Ref Block}
`
let folder: string
let told: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopwise-'))
  told = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)
async function run(command: Command, positionals: string[], values: Record<string, string | boolean> = {}) {
  const lines: string[] = []
  const code = await command.run({ positionals, values }, (line) => lines.push(line))
  return { code, lines }
}
/** A design of the template, changed as a person would. */
async function drawn(change: (design: Design) => Design): Promise<string> {
  await writeFile(at('net.yaml'), TEMPLATE)
  await run(importCommand, [at('net.yaml')], { out: at('net.hopwise.json') })
  const read = parseDesign(await readFile(at('net.hopwise.json'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  await writeFile(at('net.hopwise.json'), serialiseDesign(change(read.design)))
  told = []
  return at('net.hopwise.json')
}
const withBlock = (design: Design): Design => ({
  ...design,
  constructs: {
    ...design.constructs,
    Subnet: { ...design.constructs.Subnet, cidr: '10.0.2.0/24' } as Design['constructs'][string],
  },
})

test('the difference is printed, and where else the value could be changed is said', async () => {
  const { code, lines } = await run(reviseCommand, [await drawn(withBlock)])
  expect(code).toBe(0)
  expect(lines.join('\n')).toContain(
    '-    Properties: {VpcId: !Ref Net, CidrBlock: !Ref Block}\n+    Properties: {VpcId: !Ref Net, CidrBlock: 10.0.2.0/24}',
  )
  expect(told.join('')).toMatch(/^note: CidrBlock of Subnet comes from the parameter Block.*--set-parameters/)
})
test('the parameter is changed when that is said, and the file is written', async () => {
  const design = await drawn(withBlock)
  expect(await run(reviseCommand, [design], { out: at('new.yaml'), 'set-parameters': true })).toEqual({
    code: 0,
    lines: [at('new.yaml')],
  })
  expect(await readFile(at('new.yaml'), 'utf8')).toBe(TEMPLATE.replace('Default: 10.0.1.0', 'Default: 10.0.2.0'))
})
test('a folder gets the files by their names, and the difference is printed besides', async () => {
  const { lines } = await run(reviseCommand, [await drawn(withBlock)], { out: at('out'), diff: true })
  expect(lines[0]).toBe(at('out/net.yaml'))
  expect(lines[1]).toMatch(/^--- a\/net\.yaml\n/)
  expect(await readFile(at('out/net.yaml'), 'utf8')).toContain('CidrBlock: 10.0.2.0/24}')
})
test('without a change there is no difference, and what is written is what was there', async () => {
  const design = await drawn((one) => one)
  expect(await run(reviseCommand, [design])).toEqual({ code: 0, lines: [] })
  await run(reviseCommand, [design], { out: at('same.yaml') })
  expect(await readFile(at('same.yaml'), 'utf8')).toBe(TEMPLATE)
})
test('what is left over is told, and makes the exit code 1', async () => {
  const design = await drawn((one) => ({
    ...one,
    constructs: {
      ...one.constructs,
      Net: { ...one.constructs.Net, allInterfaces: false } as Design['constructs'][string],
    },
  }))
  expect((await run(reviseCommand, [design])).code).toBe(1)
  expect(told.join('')).toMatch(/^left over: VPC “Net” is in the template without the change of /)
})
test('what cannot be revised is unusable', async () => {
  await writeFile(at('own.json'), serialiseDesign(buildDesign((b) => b.vpc({ id: 'vpc-9' }))))
  await expect(run(reviseCommand, [at('own.json')])).rejects.toThrow('was not made of a template')
  await expect(run(reviseCommand, [])).rejects.toThrow('DESIGN is missing')
  const outside = await drawn((one) => ({
    ...one,
    source: { ...one.source!, files: [{ path: '../../up.yaml', text: TEMPLATE }] },
  }))
  await expect(run(reviseCommand, [outside], { out: at('out') })).rejects.toThrow('would lie outside')
})
test('what Hopwise has exported is imported as the design that it was', async () => {
  const design = buildDesign((b) => b.vpc({ id: 'vpc-9' }))
  const { files } = exportDesign(design, await loadCatalogue(), 'cloudformation')
  await writeFile(at('t.yaml'), files.find(({ path }) => path === 'template.yaml')!.text)
  expect(await run(importCommand, [at('t.yaml')], { out: at('t.json') })).toEqual({ code: 0, lines: [at('t.json')] })
  expect(await readFile(at('t.json'), 'utf8')).toBe(serialiseDesign({ ...design, deployment: deploymentOf(design) }))
  expect(told.join('')).toContain('the design that Hopwise has exported it from')
})
