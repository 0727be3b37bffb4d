export const modules = []
