/// What platforms send, as the project writes it, to be broken.
enum FuzzSamples {
    static let documents = bytes([
        "<xml><A><![CDATA[油耗 & <b>]]></A><B>1</B><L><I>a&amp;b</I><I>&#65;</I></L></xml>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml>\n <E k='v'>x</E><!-- c -->\n</xml>",
        "<!DOCTYPE xml [<!ENTITY e 'x'>]><xml>&e;</xml>",
    ])

    static let weComApp = bytes(
        [
            "<MsgType>text</MsgType><Content><![CDATA[杭州油耗🚗]]></Content><MsgId>1</MsgId>",
            "<MsgType>image</MsgType><PicUrl>https://x/</PicUrl><MediaId>m</MediaId><MsgId>2</MsgId>",
            "<MsgType>voice</MsgType><MediaId>m</MediaId><Format>amr</Format><MsgId>3</MsgId>",
            "<MsgType>location</MsgType><Location_X>30.2</Location_X><Location_Y>120.1</Location_Y>"
                + "<Scale>15</Scale><Label>杭州</Label><MsgId>4</MsgId>",
            "<MsgType>link</MsgType><Title>t</Title><Url>https://x/</Url><MsgId>5</MsgId>",
            "<MsgType>event</MsgType><Event>enter_agent</Event><EventKey></EventKey>",
            "<MsgType>event</MsgType><Event>click</Event><EventKey>say:x</EventKey>",
        ].map(fields))

    static let weComAppCards = bytes([
        fields(
            "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>say:x &amp; y</EventKey>"
                + "<TaskId>t</TaskId><CardType>vote_interaction</CardType><ResponseCode>r</ResponseCode>"
                + "<SelectedItems><SelectedItem><QuestionKey>q</QuestionKey><OptionIds><OptionId>o</OptionId>"
                + "</OptionIds></SelectedItem></SelectedItems>")
    ])

    static let weComBot = bytes([
        bot(#""msgtype":"text","text":{"content":"@bot 杭州油耗🚗"},"response_url":"https://x/""#),
        bot(#""msgtype":"image","image":{"url":"https://x/"}"#),
        bot(#""msgtype":"voice","voice":{"content":"油耗"},"chattype":"single""#),
        bot(
            #""msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"x"}},"#
                + #"{"msgtype":"image","image":{"url":"https://x/"}}]},"quote":{"msgtype":"text","text":{"content":"q"}}"#
        ),
        bot(#""msgtype":"stream","stream":{"id":"1700000000.abc"}"#),
        bot(
            #""msgtype":"event","event":{"eventtype":"feedback_event","feedback_event":{"id":"fb","type":2,"#
                + #""content":"x","inaccurate_reason_list":[2,4]}}"#),
        bot(#""msgtype":"event","event":{"eventtype":"enter_chat"}"#),
    ])

    static let weComBotCards = bytes([
        bot(
            #""msgtype":"event","event":{"eventtype":"template_card_event","template_card_event":"#
                + #"{"card_type":"button_interaction","event_key":"say:x","task_id":"t","selected_items":"#
                + #"{"selected_item":[{"question_key":"q","option_ids":{"option_id":["o"]}}]}}}"#),
        bot(
            #""msgtype":"event","event":{"eventtype":"template_card_event","event_key":"say:x","task_id":"t"}"#
        ),
    ])

    static let dingTalkRobot = bytes([
        robot(#""msgtype":"text","text":{"content":" 杭州油耗🚗"}"#),
        robot(
            #""msgtype":"richText","content":{"richText":[{"text":"a"},{"type":"picture","downloadCode":"c"}]}"#
        ),
        robot(#""msgtype":"audio","content":{"recognition":"油耗","duration":4000},"isInAtList":true"#),
        robot(#""msgtype":"picture","content":{"downloadCode":"c"},"isAdmin":"false""#),
        robot(#""msgtype":"file","content":{"fileName":"a.xlsx","spaceId":"1"}"#),
        robot(#""msgtype":"text","text":{"content":"x"},"sessionWebhookExpiredTime":1e3,"errorCode":20001"#),
    ])

    static let dingTalkEvents = bytes([
        #"{"EventType":"user_leave_org","EventTime":1763740790000,"CorpId":"ding1","eventId":"e1","userId":["u7","李"],"diffInfo":{"prev":{"name":"x"}}}"#,
        #"{"EventType":"check_url"}"#,
        #"{"EventType":"user_add_org","TimeStamp":"1763740790000","UserId":["u7"],"CorpId":"ding1"}"#,
    ])

    static let dingTalkCards = bytes([
        #"{"type":"actionCallback","outTrackId":"t1","corpId":"ding1","userId":"u7","userIdType":1,"content":"{\"cardPrivateData\":{\"actionIds\":[\"a\"],\"params\":{\"say\":\"油耗\"}}}"}"#
    ])

    static let feishu = bytes([
        event(
            "im.message.receive_v1",
            #"{"sender":{"sender_id":{"open_id":"o","user_id":"u"},"sender_type":"user","tenant_key":"t1"},"#
                + #""message":{"message_id":"m","chat_id":"c","chat_type":"group","message_type":"text","#
                + #""content":"{\"text\":\"@_user_1 油耗🚗\"}","mentions":[{"key":"@_user_1","id":{"open_id":"ou_bot"},"name":"x"}]}}"#
        ),
        event(
            "im.message.receive_v1",
            #"{"sender":{"sender_id":{"open_id":"o"}},"message":{"message_id":"m","chat_id":"c","chat_type":"p2p","#
                + #""message_type":"post","content":"{\"title\":\"t\",\"content\":[[{\"tag\":\"text\",\"text\":\"x\"},"#
                + #"{\"tag\":\"at\",\"user_id\":\"@_user_1\"}]]}"}}"#),
        event(
            "im.chat.access_event.bot_p2p_chat_entered_v1", #"{"chat_id":"c","operator_id":{"open_id":"o"}}"#),
        #"{"challenge":"c","token":"FuzzToken7","type":"url_verification"}"#,
        #"{"uuid":"u","token":"FuzzToken7","type":"event_callback","event":{"type":"message"}}"#,
    ])

    static let feishuCards = bytes([
        event(
            "card.action.trigger",
            #"{"operator":{"open_id":"o","tenant_key":"t1"},"token":"c-1","action":{"value":{"say":"x","chat":"c"},"#
                + #""tag":"button"},"context":{"open_chat_id":"c","open_message_id":"m"}}"#)
    ])

    static let answers = bytes([
        #"{"errcode":0,"errmsg":"ok","msgid":"m","invaliduser":"u1|u2","response_code":"r"}"#,
        #"{"errcode":"42001","errmsg":"x"}"#,
        #"{"access_token":"t","expires_in":7200,"accessToken":"t","expireIn":7200}"#,
        #"{"processQueryKey":"k","invalidStaffIdList":["u1"],"flowControlledStaffIdList":[]}"#,
        #"{"code":"Forbidden.AccessDenied.QpsLimitForApi","message":"x","requestid":"r"}"#,
        #"{"status":1111,"wait":5,"source":"x5","punish":"deny"}"#,
        #"{"code":0,"msg":"ok","tenant_access_token":"t","expire":7200,"data":{"message_id":"om_1"}}"#,
        #"{"errcode":0,"agentid":1,"allow_userinfos":{"user":[{"userid":"u"}]},"close":0}"#,
        #"{"code":0,"bot":{"activate_status":2,"open_id":"o","ip_white_list":["1.2.3.4"]}}"#,
        "<html><body>502</body></html>",
    ])

    private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    private static func fields(_ more: String) -> String {
        "<xml><ToUserName><![CDATA[\(FuzzedRobots.owner)]]></ToUserName><FromUserName>u7</FromUserName>"
            + "<CreateTime>1763740790</CreateTime>\(more)<AgentID>1000002</AgentID></xml>"
    }

    private static func bot(_ more: String) -> String {
        #"{"msgid":"m","aibotid":"b","chatid":"c","chattype":"group","from":{"userid":"u"},\#(more)}"#
    }

    private static func robot(_ more: String) -> String {
        #"{"msgId":"m","conversationId":"c","conversationType":"1","senderStaffId":"u7","createAt":1763740790000,"#
            + #""sessionWebhook":"https://oapi.dingtalk.com/robot/sendBySession?session=1",\#(more)}"#
    }

    private static func event(_ kind: String, _ event: String) -> String {
        #"{"schema":"2.0","header":{"event_id":"e1","event_type":"\#(kind)","token":"FuzzToken7","#
            + #""tenant_key":"t1"},"event":\#(event)}"#
    }
}
