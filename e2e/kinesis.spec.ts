import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expectClean, lint } from './lintFile.ts'
import { storyTest as test } from './storyTest.ts'

const TEMPLATE = 'Kinesis and private DNS'
const NAME = 'kinesis.us-east-1.amazonaws.com'

test('one subnet reaches Kinesis, the other times out, and private DNS mends it', async ({ app }) => {
  const { request, trace, canvas, inspector, requests } = app
  await app.start.openTemplate(TEMPLATE)

  await test.step('from the public subnet it succeeds, over the internet', async () => {
    await request.ask('Instance 1', NAME)
    await expect(request.headline).toHaveText(/^Succeeds over the internet/)
    await expect(trace.leg('Reply')).toContainText('Instance 1')
    await expect(canvas.node('igw-1').locator('.is-lit')).toBeVisible()
  })

  await test.step('from the private subnet it times out, and the trace says why', async () => {
    await request.ask('Instance 2', NAME)
    await expect(request.headline).toHaveText('Connection times out')
    await expect(request.decidedBy).toHaveText('routes of Private routes')
    await expect(trace.decidingStep).toContainText('Route table Private routes has no route to')
    await expect(trace.blockers).toContainText('NO_ROUTE_TO_DESTINATION')
    await expect(canvas.node('rtb-2')).toContainText('Refuses')
  })

  await test.step('private DNS on: both succeed through the endpoint, without being asked again', async () => {
    await canvas.select('endpoint-1')
    await inspector.open()
    await expect(inspector.heading).toHaveText('Interface endpoint')
    await inspector.switch('Private DNS').click()
    await expect(request.headline).toHaveText(/^Succeeds through the interface endpoint/)
    await requests.open()
    for (const name of ['Default name, from the private subnet', 'Default name, from the public subnet'])
      await expect(requests.item(name)).toContainText('Succeeds')
    await request.ask('Instance 1', NAME)
    await expect(request.headline).toHaveText(/^Succeeds through the interface endpoint/)
    await expect(trace.leg('Lookup')).toContainText(`${NAME} is 10.0.2.10`)
  })

  await test.step('undo turns it off again, and the answer follows', async () => {
    await app.bar.undo.click()
    await expect(request.headline).toHaveText(/^Succeeds over the internet/)
    await app.bar.redo.click()
    await expect(request.headline).toHaveText(/^Succeeds through the interface endpoint/)
  })
})

test('the answer of a pinned request follows the design', async ({ app }) => {
  const { request, requests, canvas, inspector } = app
  await app.start.openTemplate(TEMPLATE)
  await request.ask('Instance 2', 'streams.example.org')
  await request.pin.click()
  await requests.open()
  await expect(requests.items).toHaveCount(5)

  const pinned = 'Default name, from the private subnet'
  await requests.chooseAction(pinned, 'Expect what it does now')
  await expect(requests.item(pinned)).toContainText('As expected')
  await canvas.select('endpoint-1')
  await inspector.open()
  await inspector.switch('Private DNS').click()
  await requests.open()
  await expect(requests.item(pinned)).toContainText('Missed')
})

test('the mended design is exported, and what comes out passes its linters', async ({ app }) => {
  test.setTimeout(120_000)
  const { canvas, inspector, exports } = app
  const put = async (name: string, text: string | Uint8Array) => {
    const path = test.info().outputPath(name.replaceAll('/', '-'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    return path
  }
  await app.start.openTemplate(TEMPLATE)
  await canvas.select('endpoint-1')
  await inspector.open()
  await inspector.switch('Private DNS').click()
  await expect(inspector.switch('Private DNS')).toBeChecked()
  await exports.open()

  await test.step('CloudFormation', async () => {
    await expect(exports.preview).toContainText('PrivateDnsEnabled: true')
    await expect(exports.preview).toContainText('VpcEndpointType: Interface')
    await expect(exports.preview).not.toContainText('undefined')
    const shown = await exports.preview.textContent()
    const single = await exports.downloadShown()
    expect(single.name).toBe('template.yaml')
    expect(single.bytes.toString('utf8')).toBe(shown)

    const zip = await exports.downloadZip()
    expect(zip.name).toMatch(/^kinesis-and-private-dns.*\.zip$/)
    const files = unzipped(zip.bytes)
    expect([...files.keys()]).toEqual(expect.arrayContaining(['README.md', 'template.json', 'template.yaml']))
    expect(files.get('template.yaml')).toBe(shown)
    const template = JSON.parse(files.get('template.json')!) as Template
    const endpoint = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::EC2::VPCEndpoint')
    expect(endpoint?.Properties).toMatchObject({ VpcEndpointType: 'Interface', PrivateDnsEnabled: true })
    for (const name of ['template.yaml', 'template.json'])
      expectClean(lint('cfn-lint', [], await put(name, files.get(name)!)))
  })

  await test.step('AWS CLI', async () => {
    await exports.format('AWS CLI').click()
    await expect(exports.preview).toContainText('#!/usr/bin/env bash')
    await expect(exports.preview).toContainText('--private-dns-enabled')
    const files = unzipped((await exports.downloadZip()).bytes)
    const scripts = [...files.keys()].filter((name) => name.endsWith('.sh'))
    expect(scripts.length, 'one script to create, one to tear down').toBeGreaterThanOrEqual(2)
    expect([...files.keys()]).toContain('README.md')
    for (const name of scripts) {
      const path = await put(name, files.get(name)!)
      const checked = lint('bash', ['-n'], path)
      expect(checked.ran, 'bash is there').toBe(true)
      expectClean(checked)
      expectClean(lint('shellcheck', [], path))
    }
  })

  await test.step('exporting again gives the same bytes', async () => {
    const first = await exports.downloadZip()
    await exports.close()
    await exports.open()
    await exports.format('AWS CLI').click()
    const second = await exports.downloadZip()
    expect(second.bytes.equals(first.bytes)).toBe(true)
  })
})

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>
}

/** Texts of a zip by their path below its one folder. */
const unzipped = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => !path.endsWith('/'))
      .map(([path, content]) => [path.split('/').slice(1).join('/'), strFromU8(content)]),
  )
