/** The words of a text. */
export const words = (text = ''): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
