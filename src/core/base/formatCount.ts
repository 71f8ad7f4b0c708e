/** A whole number with commas between thousands, the same in every language setting: `100,000`. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
