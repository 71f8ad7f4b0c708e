import { describe, expect, it } from 'vitest'
import { measureDrawing } from '../../../core/layout/index.ts'
import { everyKind } from '../../../core/layout/testing/exampleDesigns.ts'
import { cullNodes } from './cullNodes.ts'
import { pictureContents } from './pictureContents.ts'
import { projectNodes } from './projectNodes.ts'

const design = everyKind()
const drawing = measureDrawing(design)
const depthOf = (id: string) => drawing.get(id)!.depth
const nodes = (selected: readonly string[] = []) =>
  projectNodes(design, { selection: new Set(selected), marks: new Map(), highlights: null })
const shown = (selected: readonly string[] = []) =>
  cullNodes(nodes(selected), depthOf, 'tiny')
    .filter(({ hidden }) => !hidden)
    .map(({ id }) => id)

describe('from afar', () => {
  it('everything is either drawn or painted, once, where it stands', () => {
    const painted = [...pictureContents(design)].flatMap(([id, { shapes }]) =>
      shapes.flatMap(({ path }) =>
        [...path.matchAll(/M(-?\d+) (-?\d+)h(\d+)v(\d+)/g)].map(([, x, y, width, height]) => {
          const { absolute } = drawing.get(id)!
          return [absolute.x + Number(x), absolute.y + Number(y), Number(width), Number(height)].join(' ')
        }),
      ),
    )
    const drawn = new Set(shown())
    const hidden = [...drawing].filter(([id]) => !drawn.has(id))
    expect(painted.sort()).toEqual(
      hidden
        .map(
          ([
            ,
            {
              absolute: { x, y, width, height },
            },
          ]) => [x, y, width, height].join(' '),
        )
        .sort(),
    )
    expect(hidden.length).toBeGreaterThan(30)
    expect(drawn.has('vpc') && drawn.has('region-1') && drawn.has('host')).toBe(true)
  })

  it('what a VPC holds is said in words', () => {
    expect(pictureContents(design).get('vpc')?.summary).toBe('4 subnets · 4 clients')
    expect(pictureContents(design).get('other')?.summary).toBe('1 subnet')
  })

  it('what is selected is drawn all the same', () => {
    expect(shown(['web-a'])).toContain('web-a')
    expect(shown()).not.toContain('web-a')
  })

  it('nothing is drawn again that stays hidden', () => {
    const all = nodes()
    const [first, second] = [cullNodes(all, depthOf, 'tiny'), cullNodes([...all], depthOf, 'tiny')]
    expect(second.every((node, i) => node === first[i])).toBe(true)
    expect(cullNodes(all, depthOf, 'far')).toBe(all)
  })
})
