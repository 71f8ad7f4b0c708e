import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { runChecks } from '../checks/index.ts'
import { NODE_SIZES } from '../layout/index.ts'
import { type ConstructId, childrenIndex, type Design, definitionOf, parentOf } from '../model/index.ts'
import { meetsExpectation, simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { templates } from './index.ts'

interface Box {
  readonly id: ConstructId
  readonly x: number
  readonly y: number
  readonly right: number
  readonly bottom: number
}

const catalogue = await loadCatalogue()
const designs = new Map(await Promise.all(templates.map(async (one) => [one.id, await one.load()] as const)))

it('offers at least six templates, each under an id of its own', () => {
  expect(designs.size).toBeGreaterThanOrEqual(6)
  expect(designs.size).toBe(templates.length)
})

describe.each(templates)('$id', ({ id, title, summary, request }) => {
  const design = designs.get(id)!
  const topology = compileTopology(design, catalogue)

  it('says on the card what stands in the file', () => {
    expect(design.title).toBe(title)
    expect(design.description).not.toBe('')
    expect(summary.length).toBeLessThanOrEqual(120)
    expect(design.requests[0]?.request).toEqual(request)
  })

  it('answers its first request', () => {
    expect(simulate(topology, request).kind).not.toBe('cannot-tell')
  })

  it('meets the expectations that are saved with it', () => {
    const expecting = design.requests.filter((one) => one.expect !== null)
    expect(expecting.length).toBeGreaterThan(0)
    expect(expecting.map((one) => [one.id, meetsExpectation(simulate(topology, one.request), one.expect!)])).toEqual(
      expecting.map((one) => [one.id, null]),
    )
  })

  it('holds nothing that AWS would refuse', () => {
    const errors = runChecks({ design, topology, catalogue }).filter((finding) => finding.severity === 'error')
    expect(errors.map((finding) => `${finding.check}: ${finding.message}`)).toEqual([])
  })

  it('is laid out: everything inside its container, nothing over anything else', () => {
    const boxes = Object.keys(design.constructs).map((one) => boxOf(design, one))
    const problems = boxes.flatMap((box) => [
      ...misplaced(design, box),
      ...boxes
        .filter((other) => other.id > box.id && overlap(design, box, other))
        .map((other) => `${box.id} lies over ${other.id}`),
    ])
    expect(problems).toEqual([])
    expect(Object.keys(design.layout).sort()).toEqual(Object.keys(design.constructs).sort())
  })

  it('gives every container that is drawn something to hold', () => {
    const children = childrenIndex(design)
    const empty = Object.values(design.constructs).filter(
      (one) => ['region', 'vpc', 'availability-zone'].includes(one.kind) && !children.get(one.id)?.length,
    )
    expect(empty.map((one) => one.id)).toEqual([])
  })
})

function boxOf(design: Design, id: ConstructId): Box {
  const place = design.layout[id]
  if (!place) throw new Error(`${id} has no place`)
  const { width = NODE_SIZES.leaf.width, height = NODE_SIZES.leaf.height } = place
  return { id, x: place.x, y: place.y, right: place.x + width, bottom: place.y + height }
}

function misplaced(design: Design, box: Box): readonly string[] {
  const problems: string[] = []
  if (box.x % NODE_SIZES.grid !== 0 || box.y % NODE_SIZES.grid !== 0) problems.push(`${box.id} is off the grid`)
  if (definitionOf(design.constructs[box.id]!.kind).container && design.layout[box.id]!.width === undefined)
    problems.push(`${box.id} has no size`)
  const parent = parentOf(design, box.id)
  if (parent === null) return problems
  const around = boxOf(design, parent)
  if (
    box.x < 0 ||
    box.y < NODE_SIZES.header ||
    box.right > around.right - around.x ||
    box.bottom > around.bottom - around.y
  )
    problems.push(`${box.id} sticks out of ${parent}`)
  return problems
}

const overlap = (design: Design, a: Box, b: Box): boolean =>
  parentOf(design, a.id) === parentOf(design, b.id) &&
  a.x < b.right &&
  b.x < a.right &&
  a.y < b.bottom &&
  b.y < a.bottom
