//! What wakes the loop when nothing but time has passed: once, when it was asked to.
//!
//! The timers of the runtime stand in a wheel of wheels and wake it once more on the way to every moment further off than 64
//! milliseconds. A countdown would cost two wakeups a second instead of one; on Linux the kernel's own timer is asked.

use std::io;
use std::time::Duration;

/// Wakes the loop.
pub(super) struct Alarm {
    #[cfg(target_os = "linux")]
    timer: tokio::io::unix::AsyncFd<std::os::fd::OwnedFd>,
}

#[cfg(target_os = "linux")]
impl Alarm {
    /// An alarm that is not set. Needs a runtime around it.
    ///
    /// # Errors
    /// The system gives no timer.
    pub(super) fn new() -> io::Result<Self> {
        use rustix::time::{TimerfdClockId, TimerfdFlags, timerfd_create};
        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        let timer = timerfd_create(TimerfdClockId::Monotonic, flags)?;
        // `register`, which takes its place, is for callers who may write `unsafe`; what it asks for holds of an owned descriptor.
        #[allow(deprecated, reason = "an OwnedFd stays open and the same as long as it is owned")]
        let timer = tokio::io::unix::AsyncFd::new(timer)?;
        Ok(Self { timer })
    }

    /// Comes back after this time; without one, never.
    pub(super) async fn after(&mut self, time: Option<Duration>) {
        let Some(time) = time else { return std::future::pending().await };
        if self.set(time).is_err() {
            return tokio::time::sleep(time).await;
        }
        // An alarm that rang for an earlier question still looks ready once: only what can be read has rung.
        loop {
            let Ok(mut ready) = self.timer.readable().await else { return tokio::time::sleep(time).await };
            let read =
                |timer: &tokio::io::unix::AsyncFd<_>| Ok(rustix::io::read(timer.get_ref(), &mut [0; 8])?);
            if ready.try_io(read).is_ok() {
                return;
            }
        }
    }

    fn set(&self, time: Duration) -> io::Result<()> {
        use rustix::time::{Itimerspec, TimerfdTimerFlags, Timespec, timerfd_settime};
        let nanoseconds = |time: Duration| Timespec {
            tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: time.subsec_nanos().into(),
        };
        // A timer set to nothing would be switched off.
        let it_value = nanoseconds(time.max(Duration::from_millis(1)));
        let once = Itimerspec { it_interval: nanoseconds(Duration::ZERO), it_value };
        timerfd_settime(&self.timer, TimerfdTimerFlags::empty(), &once)?;
        Ok(())
    }
}

#[cfg(not(target_os = "linux"))]
impl Alarm {
    /// An alarm that is not set.
    ///
    /// # Errors
    /// None on this system.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    /// Comes back after this time; without one, never.
    pub(super) async fn after(&mut self, time: Option<Duration>) {
        match time {
            Some(time) => tokio::time::sleep(time).await,
            None => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_rings_once_when_it_was_asked_to_and_again_when_it_is_asked_again() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut alarm = Alarm::new().unwrap();
            for _ in 0..2 {
                alarm.after(Some(Duration::from_millis(1))).await;
            }
            // Who no longer waits is not rung for: an hour that was given up does not stand in the way of a moment.
            let hour = alarm.after(Some(Duration::from_secs(3600)));
            assert!(tokio::time::timeout(Duration::ZERO, hour).await.is_err());
            alarm.after(Some(Duration::from_millis(1))).await;
        });
    }
}
