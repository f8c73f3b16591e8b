import { makePolicy } from '@sila/ui/trusted'

// What Markdown becomes where it holds no markup of its own: the explorer shows the descriptions of the schema so.
const harmless =
  /^(?:[^<]|<\/?(?:p|em|strong|code|pre|ul|ol|li|br|hr|blockquote|h[1-6])>|<a href="https?:[^"<>]*">|<\/a>)*$/u
const worker = /^\/staff\/assets\/[\w.-]*worker[\w.-]*\.js$/u

/**
 * What reaches the page as bare text through parts that know nothing of Trusted Types: emptiness by which react-aria
 * clears what it has announced, descriptions in the explorer, and the workers of its editor. All else is refused.
 */
export function trustLittle(): void {
  makePolicy('default', {
    createHTML(markup) {
      if (harmless.test(markup)) return markup
      throw new TypeError('Markup that nobody has looked at')
    },
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, window.location.href)
      if (origin === window.location.origin && worker.test(pathname)) return address
      throw new TypeError('A script that is not ours')
    },
  })
}
