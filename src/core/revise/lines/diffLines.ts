/** A line of a difference: in both texts, only in the first, or only in the second. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Lines that changed, with some around them; line numbers count from 1. */
export interface Hunk {
  readonly oldStart: number
  readonly newStart: number
  readonly lines: readonly DiffLine[]
}

const AROUND = 3

/** The places in which two texts differ, by lines. */
export function diffLines(before: string, after: string): readonly Hunk[] {
  return before === after ? [] : hunksOf(compare(linesOf(before), linesOf(after)))
}

/** Lines with their ends, so that a last one without differs from one with. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function compare(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }))
  return [
    ...same(a.slice(0, start)),
    ...shortest(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ]
}

/** More steps than this, and the texts have little in common. */
const MOST_STEPS = 600

/** The least that has to go and to come. Source: E. Myers, An O(ND) difference algorithm (1986). */
function shortest(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const trail: Map<number, number>[] = []
  const reach = new Map<number, number>([[1, 0]])
  for (let steps = 0; steps <= Math.min(a.length + b.length, MOST_STEPS); steps++) {
    trail.push(new Map(reach))
    for (let k = -steps; k <= steps; k += 2) {
      const isDown = k === -steps || (k !== steps && reach.get(k - 1)! < reach.get(k + 1)!)
      let x = isDown ? reach.get(k + 1)! : reach.get(k - 1)! + 1
      let y = x - k
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++
        y++
      }
      reach.set(k, x)
      if (x >= a.length && y >= b.length) return back(a, b, trail)
    }
  }
  return [...a.map((text): DiffLine => ({ kind: 'gone', text })), ...b.map((text): DiffLine => ({ kind: 'new', text }))]
}

function back(a: readonly string[], b: readonly string[], trail: readonly Map<number, number>[]): readonly DiffLine[] {
  const lines: DiffLine[] = []
  let [x, y] = [a.length, b.length]
  for (let steps = trail.length - 1; steps >= 0; steps--) {
    const reach = trail[steps]!
    const k = x - y
    const isDown = k === -steps || (k !== steps && reach.get(k - 1)! < reach.get(k + 1)!)
    const fromK = isDown ? k + 1 : k - 1
    const fromX = steps === 0 ? 0 : reach.get(fromK)!
    const fromY = steps === 0 ? 0 : fromX - fromK
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      lines.push({ kind: 'same', text: a[x - 1]! })
      x--
      y--
    }
    if (steps === 0) break
    if (isDown) lines.push({ kind: 'new', text: b[--y]! })
    else lines.push({ kind: 'gone', text: a[--x]! })
  }
  return lines.reverse()
}

function hunksOf(lines: readonly DiffLine[]): readonly Hunk[] {
  const hunks: { oldStart: number; newStart: number; lines: DiffLine[] }[] = []
  let [oldLine, newLine] = [1, 1]
  /** Up to which line the hunk at hand goes. */
  let until = -1
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'same') {
      if (at > until) {
        const from = Math.max(at - AROUND, until + 1, 0)
        const lead = lines.slice(from, at)
        hunks.push({ oldStart: oldLine - lead.length, newStart: newLine - lead.length, lines: [...lead] })
      }
      until = at + AROUND * 2
      hunks.at(-1)!.lines.push(line)
    } else if (at <= until) hunks.at(-1)!.lines.push(line)
    if (line.kind !== 'new') oldLine++
    if (line.kind !== 'gone') newLine++
  }
  for (const hunk of hunks) {
    let tail = 0
    while (hunk.lines.at(-1 - tail)?.kind === 'same') tail++
    if (tail > AROUND) hunk.lines.splice(hunk.lines.length - (tail - AROUND))
  }
  return hunks
}
