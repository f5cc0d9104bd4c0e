package jim.protocol;

import jim.testkit.AnswerContract;
import jim.testkit.CodecContract;

/** The codec of lesson 3. */
final class JimCodecTest implements CodecContract, AnswerContract {
    private final JimCodec codec = new JimCodec();

    @Override
    public JimMessage request(Frame frame) throws JimFault {
        return codec.request(frame).message();
    }

    @Override
    public JimObject fromServer(Frame frame) throws JimFault {
        return codec.fromServer(frame);
    }
}
