import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../core/export/index.ts'
import { templates } from '../core/templates/index.ts'
import { createEngineClient } from './client.ts'
import { core } from './core.ts'
import { createFakeWorkers } from './testing/fakeWorker.ts'

describe('the engine over the real core', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'answers every call about the template %s, across a boundary that clones',
    async (_id, template) => {
      const client = createEngineClient(createFakeWorkers({ core }).createWorker)
      const design = await template.load()
      client.load(design, 1)
      const verdict = await client.call('answer', { request: template.request })
      expect(verdict.request).toEqual(template.request)
      expect(verdict.branches.flatMap((branch) => branch.legs).length).toBeGreaterThan(0)
      const requests = design.requests.map(({ id, request }) => ({ id, request }))
      expect(Object.keys(await client.call('answerAll', { requests }))).toEqual(requests.map(({ id }) => id))
      expect(Array.isArray(await client.call('check', {}))).toBe(true)
      expect((await client.call('suggest', { from: template.request.from })).length).toBeGreaterThan(0)
      const subnet = Object.values(design.constructs).find((construct) => construct.kind === 'subnet')!
      expect((await client.call('derive', { id: subnet.id })).length).toBeGreaterThan(0)
      for (const { id: format } of EXPORT_FORMATS)
        expect((await client.call('export', { format })).files.length).toBeGreaterThan(0)
    },
  )
})
