package dafu.browser;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs a test once more that failed while the browser dropped all that was under way, since it thought that the network
 * of the machine had changed. What fails for any other reason has failed.
 */
final class SteadyNetwork implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test);
    }

    private static void run(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test) throws Throwable {
        Browser.forgetDrops();
        try {
            invocation.proceed();
        } catch (Throwable failed) {
            if (!Browser.dropped(failed)) {
                throw failed;
            }
            System.out.println("again, since the network changed: " + test.getExecutable());
            again(test);
        }
    }

    private static void again(ReflectiveInvocationContext<Method> test) throws Throwable {
        try {
            test.getExecutable().setAccessible(true);
            test.getExecutable()
                    .invoke(test.getTarget().orElseThrow(), test.getArguments().toArray());
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
