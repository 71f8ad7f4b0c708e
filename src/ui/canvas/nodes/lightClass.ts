import type { Light } from '../projection/highlightsFor.ts'

/** Class names for the part that a construct has in the verdict. */
export const lightClass = (light: Light | null): string =>
  light ? `is-lit is-${light.state}${light.current ? ' is-current' : ''}` : ''
