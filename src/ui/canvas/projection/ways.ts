// What works out the ways of requests and of lines, as one part that is fetched after the page itself.
export { searchWay } from '../lines/searchWay.ts'
export { createGround } from './createGround.ts'
export { highlightsFor } from './highlightsFor.ts'
