/** The lines of what the sections of a template in JSON name, as `Resources/Vpc`: its keys two objects deep. */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  let depth = 0
  let line = 1
  let section = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\n') line++
    else if (letter === '{' || letter === '[') depth++
    else if (letter === '}' || letter === ']') depth--
    else if (letter === '"') {
      const from = at + 1
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
      if (depth > 2 || !/^\s*:/.test(text.slice(at + 1, at + 100))) continue
      if (depth === 1) section = text.slice(from, at)
      else lines.set(`${section}/${text.slice(from, at)}`, line)
    }
  }
  return lines
}
