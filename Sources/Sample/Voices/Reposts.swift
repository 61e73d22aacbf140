import Earshot

/// Posts that people pass on, word for word or with a few signs added.
struct Reposts {
    private var recent: [LabelledVoice] = []
    private var position = 0

    mutating func remember(_ voice: LabelledVoice) {
        guard voice.voice.kind == .post, voice.isAdvertisement == false, voice.voice.text.utf8.count > 60
        else { return }
        if recent.count < 64 {
            recent.append(voice)
        } else {
            recent[position] = voice
            position = (position + 1) % recent.count
        }
    }

    /// Every thirtieth voice or so is a repost of a recent one.
    func repost(number: Int, at moment: Timestamp, teller: inout StoryTeller) -> LabelledVoice? {
        guard recent.isEmpty == false, teller.random.chance(0.035) else { return nil }
        var repost = teller.random.pick(recent)
        repost.repostOf = repost.voice.id
        repost.voice.id = "zf\(number)"
        repost.voice.source = teller.random.chance(0.6) ? Outlet.weibo.name : Outlet.forum.name
        repost.voice.publishedAt = moment
        repost.voice.author = Audience.author(&teller.random)
        repost.voice.likes = Audience.likes(&teller.random) / 4
        repost.voice.replies = 0
        repost.voice.title = nil
        switch teller.random.below(4) {
        case 0: repost.voice.text = teller.random.pick(Purchases.reposts) + repost.voice.text
        case 1: repost.voice.text += teller.random.pick(Purchases.repostTails)
        default: break
        }
        return repost
    }
}
