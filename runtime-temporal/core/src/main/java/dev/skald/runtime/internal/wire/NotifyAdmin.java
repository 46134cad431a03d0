package dev.skald.runtime.internal.wire;

import dev.skald.runtime.AdminNotice;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The activity by which a saga has the admin notified. */
@ActivityInterface
public interface NotifyAdmin {

    /** The activity's type. */
    String ACTIVITY = "skald.notifyAdmin";

    /**
     * Tells the admin.
     *
     * @param notice what is stuck
     * @throws Exception if the admin could not be told
     */
    @ActivityMethod(name = ACTIVITY)
    void notifyAdmin(AdminNotice notice) throws Exception;
}
