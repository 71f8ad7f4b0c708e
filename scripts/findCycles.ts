import { dirname, relative, resolve, sep } from 'node:path'
import { importsOf, listFiles } from './readImports.ts'

/**
 * Files below `folder` that import each other in a circle, each circle as its files in order. Types, tests and lazy imports count.
 * Of files that are tangled in several circles the shortest one is given; when that is undone, the next comes to light.
 */
export function findCycles(folder: string): readonly (readonly string[])[] {
  const files = listFiles(folder)
  const known = new Set(files)
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => resolve(dirname(file), from))
        .filter((target) => known.has(target)),
    ]),
  )
  const told = new Set<string>()
  const cycles = files.flatMap((file) => {
    const back = told.has(file) ? null : wayBack(graph, file)
    for (const one of back ?? []) told.add(one)
    return back ? [back] : []
  })
  return cycles.map((cycle) => cycle.map((file) => relative(folder, file).split(sep).join('/')))
}

/** The shortest way from a file over its imports to itself; null where there is none. */
function wayBack(graph: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | null {
  const reached = new Map<string, string>()
  const waiting = [start]
  for (const file of waiting)
    for (const next of graph.get(file)!) {
      if (reached.has(next)) continue
      reached.set(next, file)
      waiting.push(next)
    }
  if (!reached.has(start)) return null
  const way = [start]
  for (let file = reached.get(start)!; file !== start; file = reached.get(file)!) way.unshift(file)
  return [start, ...way.slice(0, -1)]
}
