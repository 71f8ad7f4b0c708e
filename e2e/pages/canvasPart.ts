import { expect, type Locator, type Page } from '@playwright/test'

/** A place inside a box, as parts of its width and height. */
export interface Spot {
  readonly across: number
  readonly down: number
}
/** Inside a container and away from its title and from what lies at its start. */
export const LOWER_RIGHT: Spot = { across: 0.92, down: 0.9 }
const MIDDLE: Spot = { across: 0.5, down: 0.5 }

/** The drawing. Constructs are found by their id, or by how a screen reader names them. */
export function canvasPart(page: Page) {
  const root = page.locator('.canvas')
  const node = (id: string) => root.locator(`.react-flow__node[data-id="${id}"]`)
  const pointAt = async (place: Locator, { across, down }: Spot) => {
    const box = await boxWhenStill(place)
    return { x: box.x + box.width * across, y: box.y + box.height * down }
  }
  const press = async (from: Locator, to: Locator, spot: Spot, start: Spot) => {
    const begin = await pointAt(from, start)
    const end = await pointAt(to, spot)
    await page.mouse.move(begin.x, begin.y)
    await page.mouse.down()
    // A drag begins only after some way, and its target hears of it only by moves.
    await page.mouse.move(begin.x + 8, begin.y + 8, { steps: 4 })
    await page.mouse.move(end.x, end.y, { steps: 12 })
    await page.mouse.move(end.x + 1, end.y + 1)
  }
  return {
    root,
    node,
    nodes: root.locator('.react-flow__node'),
    /** By the words that a screen reader begins with. */
    named: (name: string) => root.getByLabel(new RegExp(`^${name}(,|$)`)),
    selected: root.locator('.react-flow__node.selected'),
    /** Those that the answer lights up; everything else fades. */
    lit: root.locator('.react-flow__node:has(.is-lit)'),
    /** The construct that the step in the light happens at. */
    current: root.locator('.react-flow__node:has(.is-current)'),
    /** Where a line from a construct begins. */
    knob: (id: string) => node(id).locator('.connect-knob'),
    /** A button under the selected construct: what can be done about a connection. */
    action: (word: string, name: string) => root.getByRole('button', { name: `${word}: ${name}`, exact: true }),
    /** What letting go now would do, in words beside the pointer. */
    pill: root.locator('.aim-pill'),
    /** The container that would take what is being dragged. */
    target: root.locator('.aim:not(.is-refused)'),
    pathLines: root.locator('.react-flow__edge-path'),
    zoom: page.getByRole('toolbar', { name: 'View' }).getByRole('button', { name: /percent/ }),
    fitAll: () => page.getByRole('toolbar', { name: 'View' }).getByRole('button', { name: 'Fit everything' }).click(),
    /** Presses on the title of a container, or in the middle of what is none. */
    async select(id: string) {
      const box = await boxWhenStill(node(id))
      await node(id).click({ position: { x: Math.min(30, box.width / 2), y: Math.min(10, box.height / 2) } })
      await expect(node(id)).toHaveClass(/(^| )selected( |$)/)
    },
    /** Presses a mouse button on one thing and moves it over another, without letting go. */
    holdOver: (from: Locator, to: Locator, spot: Spot = MIDDLE) => press(from, to, spot, MIDDLE),
    /** As `holdOver`, taking a container by its title. */
    holdByTitle: (id: string, to: Locator, spot: Spot = MIDDLE) =>
      press(node(id), to, spot, { across: 0.3, down: 0.05 }),
    letGo: () => page.mouse.up(),
    /** How high the smallest letters are among names that a request went through, in pixels of the screen, once the view stands still. */
    async smallestOnWay() {
      const onWay = root.locator('.leaf:is(.is-passed, .is-delivered, .is-refused)')
      await boxWhenStill(onWay.first())
      return Math.min(...(await lettersOf(onWay.locator('.leaf-name'))))
    },
    lettersOf,
    pointAt,
  }
}

/** The box of an element once two looks in a row find it at the same place: the view may still be on its way there. */
async function boxWhenStill(place: Locator) {
  let last = ''
  await expect
    .poll(async () => {
      const now = JSON.stringify(await place.boundingBox())
      const still = now === last && now !== 'null'
      last = now
      return still
    })
    .toBe(true)
  return JSON.parse(last) as { x: number; y: number; width: number; height: number }
}

/** How high the letters of each are on the screen, in pixels. */
const lettersOf = (texts: Locator): Promise<number[]> =>
  texts.evaluateAll((elements) =>
    elements.map((element) => {
      const scale = element.getBoundingClientRect().height / (element as HTMLElement).offsetHeight
      return Number.parseFloat(getComputedStyle(element).fontSize) * scale
    }),
  )
