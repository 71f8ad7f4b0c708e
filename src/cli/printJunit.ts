const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!)

/** What became of one saved request. */
export interface TestResult {
  readonly name: string
  /** null = met; words for the difference otherwise. */
  readonly miss: string | null
}

/** Results as JUnit XML, the form that build servers read. */
export function printJunit(suite: string, results: readonly TestResult[]): string {
  const failures = results.filter((result) => result.miss !== null).length
  const cases = results.map(({ name, miss }) =>
    miss === null
      ? `    <testcase name="${escapeXml(name)}"/>`
      : `    <testcase name="${escapeXml(name)}">\n      <failure message="${escapeXml(miss)}"/>\n    </testcase>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${results.length}" failures="${failures}">`,
    `  <testsuite name="${escapeXml(suite)}" tests="${results.length}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}
