/** The name of a part as Terraform writes names: `RouteTable1RouteAnywhere` reads `route_table1_route_anywhere`. Every name has one of its own. */
export const identifierOf = (name: string): string => {
  const words = name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
  // Two lines stand in no other name
  return /^[A-Z]/.test(name) ? words : `x__${words}`
}
