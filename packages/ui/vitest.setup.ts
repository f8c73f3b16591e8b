// jsdom has no CSS.escape, which react-aria uses to find its own elements by their keys.
globalThis.CSS ??= Object.assign({}, globalThis.CSS)
globalThis.CSS.escape ??= (text) => text.replaceAll(/[^\w-]/g, '\\$&')
