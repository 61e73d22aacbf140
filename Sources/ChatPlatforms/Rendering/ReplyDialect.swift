import Earshot

/// How one platform writes the blocks of a reply as running text.
protocol ReplyDialect {
    func write(_ block: Reply.Block) -> String
    /// What stands between two blocks.
    func separator(between first: Reply.Block, and second: Reply.Block) -> String
}

extension ReplyDialect {
    /// The blocks in at most `limit` bytes of UTF-8.
    ///
    /// A reply that is too long ends at a block's end and says that it was cut; the rest is not kept. Only when not
    /// even the first block fits is it shortened itself, at a character's end.
    /// A link at the end stays: it leads to what was cut off.
    func write(_ blocks: [Reply.Block], limit: Int, more: String) -> String {
        if blocks.count > 1, case .link? = blocks.last {
            let (before, link) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
            let ending = separator(between: before, and: link) + write(link)
            return write(Array(blocks.dropLast()), limit: limit - ending.utf8.count, more: more) + ending
        }
        let notice = Reply.Block.text(more)
        let ending = write(notice)
        var text = ""
        var previous: Reply.Block?
        // Where the text can end with the notice still fitting behind it.
        var end: (index: String.Index, block: Reply.Block)?
        for block in blocks {
            if let previous { text += separator(between: previous, and: block) }
            text += write(block)
            guard text.utf8.count <= limit else {
                guard let end else {
                    return joined([shortened(blocks[0], notice: notice, limit: limit), notice])
                }
                return text[..<end.index] + separator(between: end.block, and: notice) + ending
            }
            let closing = separator(between: block, and: notice).utf8.count + ending.utf8.count
            if text.utf8.count + closing <= limit { end = (text.endIndex, block) }
            previous = block
        }
        return text
    }

    private func joined(_ blocks: [Reply.Block]) -> String {
        var text = ""
        var previous: Reply.Block?
        for block in blocks {
            if let previous { text += separator(between: previous, and: block) }
            text += write(block)
            previous = block
        }
        return text
    }

    /// The block with as many of its characters as leave room for the notice.
    private func shortened(_ block: Reply.Block, notice: Reply.Block, limit: Int) -> Reply.Block {
        var fits = 0
        var tooLong = block.longestText.count + 1
        while tooLong - fits > 1 {
            let middle = (fits + tooLong) / 2
            let text = joined([block.shortened(to: middle), notice])
            if text.utf8.count <= limit { fits = middle } else { tooLong = middle }
        }
        return block.shortened(to: fits)
    }
}

extension Reply.Block {
    /// The part of the block that grows.
    fileprivate var longestText: String {
        switch self {
        case .title(let text), .text(let text), .item(let text): text
        case .figure(_, let value): value
        case .quote(let text, _): text
        case .link(let label, _): label
        case .choices(let prompt, _): prompt
        }
    }

    fileprivate func shortened(to length: Int) -> Reply.Block {
        let text = longestText.prefix(length) + "…"
        return switch self {
        case .title: .title(String(text))
        case .text: .text(String(text))
        case .item: .item(String(text))
        case .figure(let label, _): .figure(label: String(label.prefix(100)), value: String(text))
        case .quote(_, let source): .quote(text: String(text), source: String(source.prefix(100)))
        case .link(_, let address): .link(label: String(text), address: address)
        case .choices(_, let choices): .choices(prompt: String(text), Array(choices.prefix(9)))
        }
    }
}
