/** Whether a name is what a pattern with `*` and `?` stands for, in whatever case. Goes back to the last `*` alone, so that no pattern is slow. */
export function matchesWild(pattern: string, name: string): boolean {
  const wild = pattern.toLowerCase()
  const text = name.toLowerCase()
  let star = -1
  let from = 0
  let p = 0
  let t = 0
  while (t < text.length)
    if (wild[p] === '*') {
      star = p++
      from = t
    } else if (p < wild.length && (wild[p] === '?' || wild[p] === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++from
    } else return false
  while (wild[p] === '*') p++
  return p === wild.length
}
