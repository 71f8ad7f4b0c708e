/** A kind's name in the forms that its files need: `carrier-gateway`, `carrierGateway`, `CarrierGateway`, `Carrier gateway`. */
export interface KindName {
  readonly id: string
  readonly camel: string
  readonly pascal: string
  readonly title: string
  readonly noun: string
}

export function nameOf(id: string): KindName {
  const words = id.split('-')
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const text = words.join(' ')
  return {
    id,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    title: text.charAt(0).toUpperCase() + text.slice(1),
    noun: `${/^[aeiou]/.test(text) ? 'an' : 'a'} ${text}`,
  }
}
