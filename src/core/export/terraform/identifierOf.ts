/**
 * The name of a part as Terraform writes names, another one for each: `RouteTable1RouteAnywhere` reads `route_table1_route_anywhere`.
 * Two lines end what was all capitals (`ZoneRecordCNAMEWww`: `zone_record_cname__www`), and begin what is no word.
 */
export function identifierOf(name: string): string {
  const words = name.match(/[A-Z]{2,}(?![a-z])(?=[A-Z]|$|\d)|[A-Z]?[^A-Z]+|[A-Z]/g) ?? []
  const written = words.map((word, index) => {
    const isRun = /^[A-Z]{2,}$/.test(word)
    return `${word.toLowerCase()}${isRun ? '__' : index === words.length - 1 ? '' : '_'}`
  })
  return `${/^[A-Z]/.test(name) ? '' : 'x__'}${written.join('')}`
}
