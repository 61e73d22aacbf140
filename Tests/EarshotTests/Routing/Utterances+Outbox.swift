extension Utterances {
    /// What administrators ask and do about deliveries; others are understood alike, and refused.
    static let outbox = table(
        """
        admin | 待发消息 | outbox.list |
        admin | 有哪些消息没发出去 | outbox.list |
        admin | 看看发送失败的消息 | outbox.list |
        admin | 发件箱 | outbox.list |
        admin | 死信队列里有多少 | outbox.list |
        manager | 待发送的消息 | outbox.list |
        admin | 查看消息 #128 | outbox.show | delivery=128
        admin | 待发消息 >> 128 | outbox.show | delivery=128
        admin | 待发消息 >> #128 | outbox.show | delivery=128
        admin | 重发 #128 | outbox.retry | delivery=128
        admin | 重试128 | outbox.retry | delivery=128
        admin | 查看消息 #128 >> 重发 | outbox.retry | delivery=128
        admin | 全部重发 | outbox.retry | delivery=all
        admin | 把发送失败的消息全部重新发送 | outbox.retry | delivery=all
        admin | 丢弃 #128 | outbox.drop | delivery=128
        admin | 查看消息 #128 >> 撤下 | outbox.drop | delivery=128
        dealer | 重发 #128 | outbox.retry | delivery=128
        dealer | 待发消息 >> 支持 #77 | suggestion.support | suggestion=77
        """)
}
