import type { DocumentNode } from 'graphql'

/** How many operations are kept parsed: ours are about a hundred and fifty. */
const mostKept = 500

/**
 * Keeps the operations that were asked last, parsed and validated, by their hash. Apollo's own store counts the bytes
 * of their JSON, while a parsed operation takes twenty times as many: whoever sends ever new ones fills the memory.
 */
export function recentDocuments() {
  const kept = new Map<string, DocumentNode>()
  return {
    async get(hash: string) {
      const found = kept.get(hash)
      if (!found) return undefined
      kept.delete(hash)
      kept.set(hash, found)
      return found
    },
    async set(hash: string, document: DocumentNode) {
      kept.set(hash, document)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
    delete: async (hash: string) => kept.delete(hash),
  }
}
